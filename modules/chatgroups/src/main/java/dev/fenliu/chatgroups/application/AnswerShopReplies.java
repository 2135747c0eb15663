package dev.fenliu.chatgroups.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.AutomaticReplies;
import dev.fenliu.chatgroups.ChatGroupEvent;
import dev.fenliu.chatgroups.ShopReplies;
import dev.fenliu.chatgroups.domain.Replies;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Answers what shops reply by themselves; every message asks, so what was read is kept for a moment. */
@Service
class AnswerShopReplies implements ShopReplies {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Replies replies;
    private final Cache<Key, AutomaticReplies> known =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(MOMENT).build();

    AnswerShopReplies(Replies replies) {
        this.replies = replies;
    }

    @Override
    @Transactional(readOnly = true)
    public AutomaticReplies of(EnterpriseId enterprise, ShopId shop) {
        var key = new Key(enterprise, shop);
        var kept = known.getIfPresent(key);
        if (kept != null) return kept;
        var read = replies.of(enterprise, shop);
        known.put(key, read);
        return read;
    }

    /** Here at once; other instances find out when their moment is over. */
    @EventListener
    @Order(5)
    @Transactional(propagation = MANDATORY)
    public void on(ChatGroupEvent.RepliesChanged changed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidate(new Key(changed.enterprise(), changed.shop()));
            }
        });
    }

    private record Key(EnterpriseId enterprise, ShopId shop) {}
}
