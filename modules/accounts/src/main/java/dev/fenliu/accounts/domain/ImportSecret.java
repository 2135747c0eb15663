package dev.fenliu.accounts.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What the passwords of an import are made from, so that none of them has to be stored: a bit that is done again gives the
 * same ones.
 */
public record ImportSecret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static ImportSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ImportSecret(HexFormat.of().formatHex(bytes));
    }

    public OncePassword passwordOf(int line) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(value));
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(line).array());
            return OncePassword.of(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
