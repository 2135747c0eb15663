package dev.fenliu.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Counts what a piece of work asks of the database in the thread that does it, so that sweeps and other tests do not
 * show: {@code SqlCounter.during(() -> …).statements()}.
 */
@Component
public class SqlCounter implements BeanPostProcessor {
    private static final ThreadLocal<@Nullable Tally> TALLY = new ThreadLocal<>();
    private static final AtomicReference<@Nullable Queue<String>> EVERYWHERE = new AtomicReference<>();

    /** What the work asked of the database in this thread. */
    public static Tally during(Runnable work) {
        var outer = TALLY.get();
        var tally = new Tally();
        TALLY.set(tally);
        try {
            work.run();
        } finally {
            TALLY.set(outer);
        }
        return tally;
    }

    /** What all threads together ask of the database meanwhile, sweeps aside. */
    public static List<String> everywhereDuring(Runnable work) {
        var statements = new ConcurrentLinkedQueue<String>();
        EVERYWHERE.set(statements);
        try {
            work.run();
        } finally {
            EVERYWHERE.set(null);
        }
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? new Counted(dataSource) : bean;
    }

    /** Goes through the counting proxy only while somebody counts: most tests do not, and it took a sixth of their time. */
    private static final class Counted extends DelegatingDataSource {
        private final DataSource counting;

        Counted(DataSource dataSource) {
            super(dataSource);
            this.counting = ProxyDataSourceBuilder.create(dataSource)
                    .listener(new Statements())
                    .listener(new Commits())
                    .build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return TALLY.get() == null && EVERYWHERE.get() == null ? super.getConnection() : counting.getConnection();
        }
    }

    /** Statements in their order (a batch is one), and commits. */
    public static final class Tally {
        private final List<String> statements = new ArrayList<>();
        private int commits;

        public List<String> statements() {
            return List.copyOf(statements);
        }

        public int commits() {
            return commits;
        }
    }

    private static final class Statements implements QueryExecutionListener {
        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var tally = TALLY.get();
            if (tally != null) tally.statements.add(queries.getFirst().getQuery());
            var everywhere = EVERYWHERE.get();
            if (everywhere != null && !Thread.currentThread().getName().startsWith("sweep-")) {
                everywhere.add(queries.getFirst().getQuery());
            }
        }
    }

    private static final class Commits extends JdbcLifecycleEventListenerAdapter {
        @Override
        public void afterCommit(MethodExecutionContext execution) {
            var tally = TALLY.get();
            if (tally != null) tally.commits++;
        }
    }
}
