package dev.fenliu.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A file that only the owner of the data directory can read, and that is there whole or not at all. */
record PrivateFile(Path path) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The random secret that is kept here, made when it is first asked for: so many bytes, in hexadecimal digits. */
    String secret(int bytes) throws IOException {
        if (!Files.exists(path)) {
            var random = new byte[bytes];
            RANDOM.nextBytes(random);
            write(HexFormat.of().formatHex(random));
        }
        return Files.readString(path).strip();
    }

    void write(String text) throws IOException {
        // Made readable for its owner alone.
        var whole = Files.createTempFile(path.getParent(), path.getFileName().toString(), null);
        Files.writeString(whole, text);
        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
