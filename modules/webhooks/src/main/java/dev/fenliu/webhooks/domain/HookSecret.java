package dev.fenliu.webhooks.domain;

import java.security.SecureRandom;
import java.util.Base64;

/** What deliveries of a webhook are signed with, written as Standard Webhooks writes it: {@code whsec_} and base64. */
public record HookSecret(String value) {
    private static final String PREFIX = "whsec_";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static HookSecret random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new HookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    public byte[] key() {
        return Base64.getDecoder().decode(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
