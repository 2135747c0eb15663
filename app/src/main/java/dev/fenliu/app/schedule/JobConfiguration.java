package dev.fenliu.app.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.fenliu.accounts.LongWork;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Does the jobs of the modules: one task of db-scheduler for all kinds of long work. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(JobConfiguration.class);
    private static final int TRIES = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    // The kinds are asked for when there is work: some of them start jobs themselves, for which they need the
    // scheduler.
    @Bean
    Task<Void> jobTask(ObjectProvider<LongWork> kinds, Clock clock) {
        return Tasks.custom(JobName.TASK, Void.class)
                .onFailure(FailureHandler.<Void>maxRetries(TRIES)
                        .retryEvery(BETWEEN_TRIES)
                        .thenRemove(failed -> {
                            var job = JobName.of(failed.getExecution().getId());
                            LOG.error(
                                    "Job {} is given up.",
                                    job,
                                    failed.getCause().orElse(null));
                            job.kindAmong(kinds).giveUp(job.enterprise(), job.job(), clock.instant());
                        }))
                .execute((instance, context) -> {
                    var job = JobName.of(instance.getId());
                    return work(job, job.kindAmong(kinds), clock, context);
                });
    }

    private static CompletionHandler<Void> work(JobName job, LongWork kind, Clock clock, ExecutionContext context) {
        while (kind.goOn(job.enterprise(), job.job(), clock.instant())) {
            // The next start goes on where this one was stopped, without waiting for its silence to be noticed.
            if (context.getSchedulerState().isShuttingDown()) {
                return (done, operations) -> operations.reschedule(done, done.getTimeDone());
            }
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }
}
