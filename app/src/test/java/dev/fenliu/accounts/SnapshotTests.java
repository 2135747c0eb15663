package dev.fenliu.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
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

    /** As another instance does: this one has to read all of it again. */
    private void changeUnseen(EnterpriseId enterprise) {
        transaction.executeWithoutResult(
                _ -> jdbc.sql("update account_enterprise set version = version + 1 where id = ?")
                        .param(enterprise.value())
                        .update());
    }
}
