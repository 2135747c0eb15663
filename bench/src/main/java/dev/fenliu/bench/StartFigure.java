package dev.fenliu.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** P11: from the command to health UP, with everything built before. */
final class StartFigure {
    private StartFigure() {}

    static void measure() throws Exception {
        var data = Files.createTempDirectory("fenliu-start");
        try {
            var first = start(data);
            var again = start(data);
            Report.line("P11", "first=%.1f s again=%.1f s".formatted(first / 1e9, again / 1e9), "<= 20 s, aim 8");
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static long start(Path data) throws Exception {
        var port = Product.freePort();
        var root = Path.of(System.getProperty("fenliu.root", "."));
        var builder = new ProcessBuilder(root.resolve("script/server").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(new File("/dev/null"));
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("FENLIU_DATA_DIR", data.toString());
        var begun = System.nanoTime();
        var server = builder.start();
        try {
            Product.awaitUp("http://localhost:" + port, server);
            return System.nanoTime() - begun;
        } finally {
            server.destroy();
            server.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }
}
