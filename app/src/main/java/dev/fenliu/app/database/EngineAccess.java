package dev.fenliu.app.database;

import java.io.IOException;
import java.nio.file.Path;

/** The one user of the embedded database, whose random password only the owner of the data directory can read. */
final class EngineAccess {
    static final String SCHEMA = "fenliu";
    static final String USER = "fenliu";

    private static final int PASSWORD_BYTES = 24;

    private final PrivateFile password;
    private final PrivateFile script;

    EngineAccess(DataDirectory directory) {
        this.password = new PrivateFile(directory.path("database.password"));
        this.script = new PrivateFile(directory.path("database.init.sql"));
    }

    String password() throws IOException {
        return password.secret(PASSWORD_BYTES);
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
        script.write(statements.toString());
        return script.path();
    }
}
