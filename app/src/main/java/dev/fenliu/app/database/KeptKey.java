package dev.fenliu.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.EnumSet;
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
        if (!given.isEmpty()) {
            if (given.length() < SHORTEST) {
                throw new CannotStart("FENLIU_SECRET_KEY is too short: give it %d characters or more, such as those of"
                                .formatted(SHORTEST)
                        + " \"openssl rand -hex 32\".");
            }
            return key(digest(given));
        }
        var file = directory.path(FILE);
        if (!database.isEmpty()) {
            log.warn(
                    "Secrets in the database are sealed under {}. Keep a copy of it; other instances need the same key, by FENLIU_SECRET_KEY.",
                    file);
        }
        directory.create();
        return key(HexFormat.of().parseHex(kept(file)));
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) make(file);
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new CannotStart("The key in %s cannot be read or made: %s".formatted(file, failure), failure);
        }
    }

    private static void make(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (var channel = posix ? Files.newByteChannel(file, options, owner) : Files.newByteChannel(file, options)) {
            channel.write(
                    java.nio.ByteBuffer.wrap(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException made) {
            log.debug("another start was first with {}", file);
        }
    }

    private static byte[] digest(String given) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(given.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }
}
