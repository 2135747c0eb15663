package dev.fenliu.app.database;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the scheduler of jobs into the transaction of whoever starts one. By itself it commits each statement: our
 * connections would wait for a commit that it never sends.
 */
@Component
class JobConnections implements DbSchedulerCustomizer {
    private final DataSource source;

    JobConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<DataSource> dataSource() {
        return Optional.of(new TransactionAwareDataSourceProxy(source) {
            @Override
            public Connection getConnection() throws SQLException {
                if (TransactionSynchronizationManager.isActualTransactionActive()) return super.getConnection();
                var connection = source.getConnection();
                connection.setAutoCommit(true);
                return connection;
            }
        });
    }
}
