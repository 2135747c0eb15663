package dev.fenliu.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Jobs;
import dev.fenliu.app.FenliuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FenliuTest
class JobTests {
    private static final EnterpriseId ENTERPRISE = new EnterpriseId(1);

    @Autowired
    Jobs jobs;

    @Autowired
    Counting counting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Test
    void aJobIsDoneBitByBitOnceItsTransactionHasCommitted() {
        var job = ids.next();

        transaction.executeWithoutResult(_ -> {
            assertThat(isUnderWay(job)).isFalse();
            start(job);
            assertThat(isUnderWay(job)).isTrue();
        });

        await().untilAsserted(() -> assertThat(left(job)).isZero());
        assertThat(counting.counted(job)).isEqualTo(Counting.END);
    }

    @Test
    void aJobOfATransactionThatWasRolledBackIsNeverDone() {
        var never = ids.next();
        transaction.executeWithoutResult(status -> {
            start(never);
            status.setRollbackOnly();
        });

        var after = ids.next();
        transaction.executeWithoutResult(_ -> start(after));

        await().untilAsserted(() -> assertThat(left(after)).isZero());
        assertThat(left(never)).isZero();
        assertThat(counting.counted(never)).isZero();
    }

    @Test
    void aJobWhoseInstanceHasDiedIsTakenOver() {
        var job = ids.next();
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                        insert into app_job (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        values ('job', ?, utc_timestamp(6) - interval 1 hour, true, 'dead',
                            utc_timestamp(6) - interval 1 hour, 1)
                        """).param(name(job)).update());

        await().untilAsserted(() -> assertThat(left(job)).isZero());
        assertThat(counting.counted(job)).isEqualTo(Counting.END);
    }

    private void start(long job) {
        jobs.start(Counting.KIND, ENTERPRISE, job);
    }

    private boolean isUnderWay(long job) {
        return jobs.underWay(Counting.KIND, ENTERPRISE, job);
    }

    private int left(long job) {
        return jdbc.sql("select count(*) from app_job where task_instance = ?")
                .param(name(job))
                .query(Integer.class)
                .single();
    }

    private static String name(long job) {
        return new JobName(Counting.KIND, ENTERPRISE, job).toString();
    }
}
