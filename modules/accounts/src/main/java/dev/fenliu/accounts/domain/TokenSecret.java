package dev.fenliu.accounts.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What a program shows to be let in. Random enough that a plain hash of it can be stored. */
public record TokenSecret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static TokenSecret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new TokenSecret("fl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
