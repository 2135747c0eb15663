package dev.fenliu.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FenliuTest
class SnapshotTests {
    private static final int CONNECTIONS = 10;

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    Directory directory;

    /** A snapshot that keeps its connection would leave none for the next after the pool's ten. */
    @Test
    void oneThatIsReadOutsideATransactionGivesItsConnectionBack() {
        for (var read = 0; read <= CONNECTIONS; read++) {
            var fresh = enterprises.open();

            assertThat(directory.member(fresh.enterprise(), fresh.main())).isPresent();
        }
    }
}
