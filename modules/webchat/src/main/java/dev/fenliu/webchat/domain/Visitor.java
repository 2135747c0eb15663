package dev.fenliu.webchat.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A buyer who did not sign in, known again by a secret that only their browser holds. The shop's side knows the buyer by
 * a fingerprint of it: nobody who sees that can pass for the buyer.
 */
public record Visitor(String secret) {
    /** Under this name the browser keeps the secret. */
    public static final String KEPT_AS = "fenliu_visitor";

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom random = new SecureRandom();

    /** Somebody never seen before. */
    public static Visitor stranger() {
        var secret = new byte[16];
        random.nextBytes(secret);
        return new Visitor(HexFormat.of().formatHex(secret));
    }

    /**
     * Whoever sends that form for the first time: the same each time it is sent, so that a message whose answer was lost
     * does not make a second buyer.
     *
     * @param key made at random for the form
     */
    public static Visitor of(String key) {
        return new Visitor(digest("fenliu visitor " + key));
    }

    /** Whoever the browser says it is; nobody if that makes no sense. */
    public static Optional<Visitor> known(@Nullable String secret) {
        return Optional.ofNullable(secret)
                .filter(it -> SHAPE.matcher(it).matches())
                .map(Visitor::new);
    }

    /** The buyer's id as the shop's side knows it. */
    public String externalId() {
        return "visitor-" + fingerprint();
    }

    /** Tells two of them apart for people. */
    public String number() {
        return fingerprint().substring(0, 4).toUpperCase(Locale.ROOT);
    }

    private String fingerprint() {
        return digest(secret);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
