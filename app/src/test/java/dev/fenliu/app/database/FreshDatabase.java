package dev.fenliu.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Lets the tests begin with an empty database: what an earlier run left is taken away, the unpacked engine is kept. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        clear(new DataDirectory(Path.of(context.getEnvironment().getRequiredProperty("fenliu.data-dir"))));
    }

    static void clear(DataDirectory directory) {
        var files = new EngineFiles(directory);
        try (var _ = DataDirectoryLock.on(directory)) {
            new EngineProcesses(files.data()).stop();
            FileSystemUtils.deleteRecursively(files.data());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
