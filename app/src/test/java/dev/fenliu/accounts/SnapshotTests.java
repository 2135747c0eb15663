package dev.fenliu.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.SqlCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FenliuTest
class SnapshotTests {
    private static final int CONNECTIONS = 10;

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** A snapshot that keeps its connection would leave none for the next after the pool's ten. */
    @Test
    void oneThatIsReadOutsideATransactionGivesItsConnectionBack() {
        var fresh = enterprises.open();

        for (var read = 0; read <= CONNECTIONS; read++) {
            changeUnseen(fresh.enterprise());
            assertThat(directory.member(fresh.enterprise(), fresh.main())).isPresent();
        }
    }

    /** The memory for snapshots holds a thousand enterprises, however often each of them has been changed. */
    @Test
    void oneOfAnEnterpriseThatIsAskedForStaysThoughOthersChangeAThousandTimes() {
        var busy = enterprises.open();
        for (var change = 0; change < 1_100; change++) {
            changeUnseen(busy.enterprise());
            directory.member(busy.enterprise(), busy.main());
        }
        var quiet = enterprises.open();
        directory.member(quiet.enterprise(), quiet.main());

        var asked = SqlCounter.during(() -> directory.member(quiet.enterprise(), quiet.main()));

        assertThat(asked.statements()).hasSize(1);
    }

    /** As another instance does: this one has to read all of it again. */
    private void changeUnseen(EnterpriseId enterprise) {
        transaction.executeWithoutResult(
                _ -> jdbc.sql("update account_enterprise set version = version + 1 where id = ?")
                        .param(enterprise.value())
                        .update());
    }
}
