package dev.fenliu.app.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The database processes that serve one directory of data: none, ours, or one that outlived a killed program. */
record EngineProcesses(Path data) {
    private static final Duration CLEAN_STOP = Duration.ofSeconds(60);

    /** Told by its command line, not by a stored process id: ids are reused, and a stranger must not be stopped. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::serves).toList();
    }

    /** Asks each to stop, and waits until it has written everything down. */
    void stop() {
        for (var process : processes()) {
            process.destroy();
            if (!ended(process, CLEAN_STOP)) {
                process.destroyForcibly();
                ended(process, CLEAN_STOP);
            }
        }
    }

    private boolean serves(ProcessHandle process) {
        var info = process.info();
        return info.command().map(command -> command.contains("mariadbd")).orElse(false)
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains("--datadir=" + data))
                        .orElse(false);
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
