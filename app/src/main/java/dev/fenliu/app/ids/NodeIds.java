package dev.fenliu.app.ids;

import com.github.f4b6a3.tsid.TsidFactory;
import dev.fenliu.accounts.Ids;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Makes time-ordered ids under a node number that no other instance holds at the same time. An instance that was away for
 * longer than its lease takes a new number before it makes another id.
 */
@Component
class NodeIds implements Ids {
    private static final Logger log = LoggerFactory.getLogger(NodeIds.class);
    private static final int NODE_BITS = 10;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final UUID instance = UUID.randomUUID();
    private final Nodes nodes;
    private volatile Lease lease;

    NodeIds(Nodes nodes) {
        this.nodes = nodes;
        this.lease = newLease();
    }

    @Override
    public long next() {
        var current = lease;
        return (current.runs() ? current : replaced(current)).factory.create().toLong();
    }

    int node() {
        return lease.node;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void renew() {
        var current = lease;
        try {
            var asked = System.currentTimeMillis();
            if (nodes.renew(current.node, instance, LEASE)) {
                lease = current.until(asked + LEASE.toMillis());
            } else {
                replaced(current);
            }
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("The lease of node number {} could not be renewed: {}", current.node, unreachable.getMessage());
        }
    }

    @PreDestroy
    void giveBack() {
        nodes.giveBack(lease.node, instance);
    }

    private synchronized Lease replaced(Lease old) {
        if (lease.equals(old)) {
            lease = newLease();
        }
        return lease;
    }

    private Lease newLease() {
        var asked = System.currentTimeMillis();
        var node = nodes.lease(instance, LEASE);
        if (node >= 1 << NODE_BITS) {
            throw new IllegalStateException("more instances than node numbers: " + node);
        }
        var factory =
                TsidFactory.builder().withNodeBits(NODE_BITS).withNode(node).build();
        return new Lease(node, factory, asked + LEASE.toMillis());
    }

    private record Lease(int node, TsidFactory factory, long endsAtMillis) {
        boolean runs() {
            return System.currentTimeMillis() < endsAtMillis;
        }

        Lease until(long millis) {
            return new Lease(node, factory, millis);
        }
    }
}
