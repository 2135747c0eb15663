package dev.fenliu.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.FenliuApplication;
import dev.fenliu.app.FenliuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FenliuTest
class SecondInstanceTests {
    @Autowired
    DataDirectory directory;

    @Test
    void theWholeProgramSaysInOneSentenceWhyItDoesNotStart() throws Exception {
        try (var second = ChildProgram.start(
                FenliuApplication.class, "--server.port=0", "--fenliu.data-dir=" + directory.dataDir())) {
            assertThat(second.rest())
                    .contains(
                            "Another Fenliu (process " + ProcessHandle.current().pid()
                                    + ") is running on the data directory " + directory.dataDir())
                    .doesNotContain("Caused by:");
            assertThat(second.exitCode()).isEqualTo(1);
        }
    }
}
