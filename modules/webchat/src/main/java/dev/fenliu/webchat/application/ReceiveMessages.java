package dev.fenliu.webchat.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.webchat.domain.BuyerIsBlocked;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Received;
import dev.fenliu.webchat.domain.ShopIsDisabled;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Buyers write to shops. */
@Service
public class ReceiveMessages {
    private final StoreMessage messages;
    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(6)
            .delay(Duration.ofMillis(4))
            .jitter(Duration.ofMillis(3))
            .multiplier(2)
            .predicate(ReceiveMessages::isPassing)
            .build());

    ReceiveMessages(StoreMessage messages) {
        this.messages = messages;
    }

    /** Stores the message, and opens a conversation for it if none is open. The same external id again changes nothing. */
    public Received receive(EnterpriseId enterprise, ShopId shop, IncomingMessage message, Instant now) {
        return retries.invoke(() -> attempt(enterprise, shop, message, now));
    }

    private Received attempt(EnterpriseId enterprise, ShopId shop, IncomingMessage message, Instant now) {
        try {
            return messages.store(enterprise, shop, message, now);
        } catch (BuyerIsBlocked | ShopIsDisabled closed) {
            // What was taken before stays taken.
            return messages.stored(enterprise, shop, message).orElseThrow(() -> closed);
        } catch (DuplicateKeyException twice) {
            // Either this very message was stored before, or somebody else was first with the buyer's row.
            return messages.stored(enterprise, shop, message).orElseThrow(() -> twice);
        }
    }

    /** Whatever failed so has changed nothing, and may well succeed in a new transaction. */
    private static boolean isPassing(Throwable failure) {
        return failure instanceof ConcurrencyFailureException || failure instanceof DuplicateKeyException;
    }
}
