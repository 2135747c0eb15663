package dev.fenliu.app.database;

import java.nio.file.Path;

/** A program that does nothing but hold an embedded database, so that a test can kill it. */
final class HoldDatabase {
    static final String READY = "holding ";

    private HoldDatabase() {}

    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(new DataDirectory(Path.of(arguments[0])));
        System.out.println(READY + database.getJdbcUrl());
        Thread.sleep(600_000);
        database.close();
    }
}
