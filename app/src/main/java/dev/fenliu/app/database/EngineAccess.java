package dev.fenliu.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The one user of the embedded database, whose random password only the owner of the data directory can read. */
final class EngineAccess {
    static final String SCHEMA = "fenliu";
    static final String USER = "fenliu";

    private final Path passwordFile;
    private final Path script;

    EngineAccess(DataDirectory directory) {
        this.passwordFile = directory.path("database.password");
        this.script = directory.path("database.init.sql");
    }

    String password() throws IOException {
        if (Files.exists(passwordFile)) {
            return Files.readString(passwordFile).strip();
        }
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        writePrivately(passwordFile, password);
        return password;
    }

    /** What the engine runs at each start, before anybody can connect; one statement a line. */
    Path script() throws IOException {
        var statements =
                new StringBuilder("create database if not exists %s character set utf8mb4 collate utf8mb4_unicode_ci;%n"
                        .formatted(SCHEMA));
        for (var host : new String[] {"localhost", "127.0.0.1"}) {
            var user = "'%s'@'%s'".formatted(USER, host);
            statements
                    .append("create user if not exists %s identified by '%s';%n".formatted(user, password()))
                    .append("alter user %s identified by '%s';%n".formatted(user, password()))
                    .append("grant all on %s.* to %s;%n".formatted(SCHEMA, user));
        }
        writePrivately(script, statements.toString());
        return script;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
        }
        Files.writeString(file, text);
    }
}
