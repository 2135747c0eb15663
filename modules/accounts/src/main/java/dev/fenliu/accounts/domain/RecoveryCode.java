package dev.fenliu.accounts.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What lets a member in once who has lost their telephone: almost 80 random bits in letters that are not mistaken. */
public record RecoveryCode(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int SET = 10;
    private static final int PARTS = 4;
    private static final int LETTERS_OF_A_PART = 4;
    private static final int LENGTH = PARTS * LETTERS_OF_A_PART;

    /** However it was typed, it reads the same. */
    public RecoveryCode {
        value = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    public static List<RecoveryCode> newSet() {
        return Stream.generate(RecoveryCode::random).limit(SET).toList();
    }

    private static RecoveryCode random() {
        return new RecoveryCode(IntStream.range(0, LENGTH)
                .mapToObj(_ -> String.valueOf(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))))
                .collect(Collectors.joining()));
    }

    public static boolean looksLikeOne(String typed) {
        return new RecoveryCode(typed).value.length() == LENGTH;
    }

    /** In parts that people can read. */
    public String inParts() {
        return IntStream.range(0, PARTS)
                .mapToObj(part -> value.substring(part * LETTERS_OF_A_PART, (part + 1) * LETTERS_OF_A_PART))
                .collect(Collectors.joining("-"));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
