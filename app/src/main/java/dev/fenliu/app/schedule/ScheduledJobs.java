package dev.fenliu.app.schedule;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Starts jobs by a row that is written in the transaction of whoever asks for them. */
@Component
class ScheduledJobs implements Jobs {
    private final Scheduler scheduler;
    // The scheduler's own, which the time machine does not move: a job must not look dead because the day was skipped.
    private final Clock clock;

    ScheduledJobs(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void start(String kind, EnterpriseId enterprise, long job) {
        scheduler.scheduleIfNotExists(instance(kind, enterprise, job), clock.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    @Override
    public boolean underWay(String kind, EnterpriseId enterprise, long job) {
        return scheduler.getScheduledExecution(instance(kind, enterprise, job)).isPresent();
    }

    private static TaskInstance<Void> instance(String kind, EnterpriseId enterprise, long job) {
        return new TaskInstance<>(JobName.TASK, new JobName(kind, enterprise, job).toString());
    }
}
