package dev.fenliu.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptKeyTests {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndIsTheOwnersAlone() throws Exception {
        var first = key("");

        assertThat(first.getEncoded()).hasSize(32);
        assertThat(key("")).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isWhatIsGivenAndLeavesNoFile() {
        var given = "0123456789abcdef0123456789abcdef";

        assertThat(key(given)).isEqualTo(key(given)).isNotEqualTo(key(given + "0"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneThatIsTooShortOrCutOffStopsTheStartWithASentence() throws Exception {
        assertThatThrownBy(() -> key("short")).isInstanceOf(CannotStart.class).hasMessageContaining("32 characters");
        for (var damaged : new String[] {"", "00ff", "no key at all"}) {
            Files.writeString(folder.resolve("secret.key"), damaged);
            assertThatThrownBy(() -> key("")).isInstanceOf(CannotStart.class).hasMessageContaining("secret.key");
        }
    }

    private SecretKey key(String given) {
        return new KeptKey().secretKey(new DataDirectory(folder), given, "");
    }
}
