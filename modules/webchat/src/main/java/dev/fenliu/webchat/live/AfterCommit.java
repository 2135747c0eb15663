package dev.fenliu.webchat.live;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what a transaction has to say to open screens until it has committed, and then says it at once: a batch that
 * moves a hundred conversations is one offer per screen.
 */
@Component
class AfterCommit {
    private final Screens screens;

    AfterCommit(Screens screens) {
        this.screens = screens;
    }

    void tell(Reader reader, Hint hint) {
        pending().computeIfAbsent(reader, same -> new LinkedHashSet<>()).add(hint);
    }

    @SuppressWarnings("unchecked") // the resource is bound below and nowhere else
    private Map<Reader, Set<Hint>> pending() {
        var bound = (Map<Reader, Set<Hint>>) TransactionSynchronizationManager.getResource(this);
        return bound != null ? bound : bind();
    }

    private Map<Reader, Set<Hint>> bind() {
        var pending = new LinkedHashMap<Reader, Set<Hint>>();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(AfterCommit.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(AfterCommit.this, pending);
            }

            @Override
            public void afterCommit() {
                pending.forEach((reader, hints) -> screens.tell(reader, List.copyOf(hints)));
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(AfterCommit.this);
            }
        });
        TransactionSynchronizationManager.bindResource(this, pending);
        return pending;
    }
}
