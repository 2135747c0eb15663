package dev.fenliu.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;

/**
 * The unpacked engine and its data below the data directory. Either is made beside its place and moved there when it is
 * whole, so that a program killed in between leaves nothing half done.
 */
final class EngineFiles {
    private final DataDirectory directory;

    EngineFiles(DataDirectory directory) {
        this.directory = directory;
    }

    Path data() {
        return directory.path("database");
    }

    Path log() {
        return directory.path("database.log");
    }

    Path socket() {
        return directory.path("database.socket");
    }

    /** The engine, unpacked once for each version. */
    Engine engine() throws IOException {
        var base = directory.path("engine");
        var marker = base.resolve("unpacked");
        var version = Engine.packed();
        if (!Files.exists(marker) || !Files.readString(marker).equals(version)) {
            var fresh = emptied(directory.path("engine.new"));
            new Engine(fresh).unpack();
            Files.writeString(fresh.resolve(marker.getFileName()), version);
            FileSystemUtils.deleteRecursively(base);
            Files.move(fresh, base, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Engine(base);
    }

    /** Makes an empty database where there is none yet. */
    void install(Engine engine) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            return;
        }
        var fresh = emptied(directory.path("database.new"));
        if (engine.install(fresh, log()).waitFor() != 0) {
            throw new IOException("the empty database could not be made, see " + log());
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path emptied(Path path) throws IOException {
        FileSystemUtils.deleteRecursively(path);
        return Files.createDirectory(path);
    }
}
