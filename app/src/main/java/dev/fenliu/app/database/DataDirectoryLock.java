package dev.fenliu.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a second instance off a data directory. The operating system lets go of it however the program ends. */
final class DataDirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataDirectoryLock on(DataDirectory directory) {
        directory.create();
        var file = directory.path("lock");
        try {
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (!locks(channel)) {
                var holder = holder(file);
                channel.close();
                throw new CannotStart(
                        "Another Fenliu%s is running on the data directory %s: stop it, or give this one a directory of its own with FENLIU_DATA_DIR."
                                .formatted(holder, directory.dataDir()));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
            return new DataDirectoryLock(channel);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The data directory %s cannot be written to: choose another with FENLIU_DATA_DIR."
                            .formatted(directory.dataDir()),
                    failure);
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    private static String holder(Path file) {
        try {
            var pid = Files.readString(file).strip();
            return pid.isEmpty() ? "" : " (process " + pid + ")";
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
