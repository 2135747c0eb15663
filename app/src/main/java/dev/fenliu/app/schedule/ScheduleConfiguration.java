package dev.fenliu.app.schedule;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Gives sweeps virtual threads, of which none waits for another: a slow one delays only itself. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {
    private static final int SWEEPS_AT_ONCE = 16;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setPoolSize(SWEEPS_AT_ONCE);
        scheduler.setThreadNamePrefix("sweep-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(10);
        return scheduler;
    }
}
