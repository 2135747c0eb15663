package dev.fenliu.app.time;

import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Makes the one clock and keeps it right. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    @Bean
    DatabaseClock clock(SharedTime time) {
        return new DatabaseClock(time::now, System::nanoTime);
    }

    /** Asks the database for its time again. */
    @Component
    static class Winding {
        private final DatabaseClock clock;

        Winding(DatabaseClock clock) {
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT30S")
        void wind() {
            try {
                clock.refresh();
            } catch (DataAccessException | TransactionException unreachable) {
                LoggerFactory.getLogger(Winding.class)
                        .warn("The clock runs on without the database's time: {}", unreachable.getMessage());
            }
        }
    }
}
