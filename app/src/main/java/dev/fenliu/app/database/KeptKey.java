package dev.fenliu.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The key under which secrets lie in the database: made of {@code FENLIU_SECRET_KEY}, or a random one that is kept in the
 * data directory.
 */
@Configuration(proxyBeanMethods = false)
class KeptKey {
    private static final Logger log = LoggerFactory.getLogger(KeptKey.class);
    private static final String FILE = "secret.key";
    private static final int SHORTEST = 32;
    private static final int BYTES = 32;

    @Bean
    SecretKey secretKey(
            DataDirectory directory,
            @Value("${fenliu.secret-key:}") String given,
            @Value("${spring.datasource.url:}") String database) {
        return new SecretKeySpec(given.isEmpty() ? kept(directory, database) : digest(given), "AES");
    }

    private static byte[] kept(DataDirectory directory, String database) {
        directory.create();
        var file = new PrivateFile(directory.path(FILE));
        if (!database.isEmpty()) {
            log.warn(
                    "Secrets in the database are sealed under {}: without it, as with a new data directory, members have to set up their authenticators again. Give every instance the same key by FENLIU_SECRET_KEY.",
                    file.path());
        }
        try {
            var key = HexFormat.of().parseHex(file.secret(BYTES));
            if (key.length == BYTES) return key;
            throw new IllegalArgumentException("it has %d bytes".formatted(key.length));
        } catch (IOException | IllegalArgumentException failure) {
            throw new CannotStart(
                    "The key in %s cannot be read or made (%s): put back the right one, or set FENLIU_SECRET_KEY."
                            .formatted(file.path(), failure.getMessage()),
                    failure);
        }
    }

    private static byte[] digest(String given) {
        if (given.length() < SHORTEST) {
            throw new CannotStart(
                    "FENLIU_SECRET_KEY is too short: give it %d characters or more, such as those of \"openssl rand -hex 32\"."
                            .formatted(SHORTEST));
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(given.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
