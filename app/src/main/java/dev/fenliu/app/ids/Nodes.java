package dev.fenliu.app.ids;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The node numbers and who holds them until when, by the database's own clock: the time machine does not touch them. */
@Repository
class Nodes {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    Nodes(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        // A number is held from now on, whatever becomes of the work that needed an id.
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction = own;
    }

    /** Takes a number whose lease has run out, or else the next that nobody ever had. Asked again until nobody was faster. */
    int lease(UUID instance, Duration length) {
        while (true) {
            var taken = taken(instance, length);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
    }

    boolean renew(int number, UUID instance, Duration length) {
        return transaction.execute(status -> jdbc.sql("""
                                update app_node set leased_until = utc_timestamp(6) + interval :seconds second
                                where number = :number and instance = :instance
                                """)
                        .param("seconds", length.toSeconds())
                        .param("number", number)
                        .param("instance", instance.toString())
                        .update())
                == 1;
    }

    void giveBack(int number, UUID instance) {
        renew(number, instance, Duration.ZERO);
    }

    private Optional<Integer> taken(UUID instance, Duration length) {
        try {
            return transaction.execute(status -> {
                var expired = expired();
                return expired.isPresent()
                        ? expired.filter(number -> takesOver(number, instance, length))
                        : Optional.of(first(instance, length));
            });
        } catch (DuplicateKeyException somebodyWasFaster) {
            return Optional.empty();
        }
    }

    private Optional<Integer> expired() {
        return jdbc.sql("select number from app_node where leased_until <= utc_timestamp(6) order by number limit 1")
                .query(Integer.class)
                .optional();
    }

    private boolean takesOver(int number, UUID instance, Duration length) {
        return jdbc.sql("""
                                update app_node
                                set instance = :instance, leased_until = utc_timestamp(6) + interval :seconds second
                                where number = :number and leased_until <= utc_timestamp(6)
                                """)
                        .param("instance", instance.toString())
                        .param("seconds", length.toSeconds())
                        .param("number", number)
                        .update()
                == 1;
    }

    private int first(UUID instance, Duration length) {
        var number = jdbc.sql("select coalesce(max(number) + 1, 0) from app_node")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into app_node values (:number, :instance, utc_timestamp(6) + interval :seconds second)")
                .param("number", number)
                .param("instance", instance.toString())
                .param("seconds", length.toSeconds())
                .update();
        return number;
    }
}
