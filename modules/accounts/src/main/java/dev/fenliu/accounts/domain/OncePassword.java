package dev.fenliu.accounts.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * A password that is given to somebody to begin with. 128 random bits: nobody guesses it, so what is stored of it may be
 * a plain hash.
 */
public record OncePassword(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    /** Without what is read for something else: i, l, o and u. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 26;
    private static final int GROUP = 5;

    public static OncePassword random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** The same for the same bytes, which nobody else may know. */
    public static OncePassword of(byte[] secret) {
        if (secret.length < BYTES) throw new IllegalArgumentException("too little to be a secret: " + secret.length);
        var number = new BigInteger(1, secret).mod(BigInteger.TWO.pow(8 * BYTES));
        var digits = number.toString(LETTERS.length());
        var text = new StringBuilder();
        for (var digit : "0".repeat(LENGTH - digits.length()).concat(digits).toCharArray()) {
            if (text.length() % (GROUP + 1) == GROUP) text.append('-');
            text.append(LETTERS.charAt(Character.digit(digit, LETTERS.length())));
        }
        return new OncePassword(text.toString());
    }

    /** However it was typed: in capitals, without its dashes. */
    public byte[] hash() {
        try {
            var typed = value.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
            return MessageDigest.getInstance("SHA-256").digest(typed.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
