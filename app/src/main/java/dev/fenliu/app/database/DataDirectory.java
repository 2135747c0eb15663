package dev.fenliu.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The directory in which the program keeps what must outlive it. */
@ConfigurationProperties("fenliu")
record DataDirectory(@DefaultValue(".fenliu") Path dataDir) {
    DataDirectory {
        dataDir = dataDir.toAbsolutePath().normalize();
    }

    Path path(String name) {
        return dataDir.resolve(name);
    }

    void create() {
        try {
            if (Files.exists(dataDir)) {
                return;
            }
            // Sessions and passwords lie here.
            Files.createDirectories(dataDir, onlyForOwner());
        } catch (IOException failure) {
            throw new CannotStart(
                    "The data directory %s cannot be made: choose another with FENLIU_DATA_DIR.".formatted(dataDir),
                    failure);
        }
    }

    private FileAttribute<?>[] onlyForOwner() {
        return dataDir.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
