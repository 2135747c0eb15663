package dev.fenliu.webchat.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.chatgroups.ShopReplies;
import dev.fenliu.webchat.WebchatEvent;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers for the shop right after a buyer's message was stored, in a transaction of its own: the message itself waits for
 * nothing, and is not lost with a reply that fails.
 */
@Component
class AnswerAutomatically implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(AnswerAutomatically.class);

    private final SendAutomaticReply replies;
    private final ShopReplies shops;
    // A burst of messages must leave connections to those who write them.
    private final Semaphore atOnce = new Semaphore(2);
    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(4)
            .delay(Duration.ofMillis(10))
            .jitter(Duration.ofMillis(5))
            .multiplier(2)
            .predicate(ConcurrencyFailureException.class::isInstance)
            .build());
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("reply-", 0).factory());

    AnswerAutomatically(SendAutomaticReply replies, ShopReplies shops) {
        this.replies = replies;
        this.shops = shops;
    }

    @EventListener
    @Order(5)
    @Transactional(propagation = MANDATORY)
    public void on(WebchatEvent.BuyerWrote wrote) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                threads.execute(() -> answer(wrote));
            }
        });
    }

    private void answer(WebchatEvent.BuyerWrote wrote) {
        atOnce.acquireUninterruptibly();
        try {
            var automatic = shops.of(wrote.enterprise(), wrote.shop());
            if (automatic.any()) {
                retries.invoke(() -> replies.answer(wrote, automatic));
            }
        } catch (RuntimeException failure) {
            log.error("no automatic reply in conversation {}", wrote.conversation(), failure);
        } finally {
            atOnce.release();
        }
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
