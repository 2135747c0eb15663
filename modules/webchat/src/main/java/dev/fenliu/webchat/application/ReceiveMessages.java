package dev.fenliu.webchat.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Received;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Buyers write to shops. */
@Service
public class ReceiveMessages {
    /** Stores the message, and opens a conversation for it if none is open. The same external id again changes nothing. */
    public Received receive(EnterpriseId enterprise, ShopId shop, IncomingMessage message, Instant now) {
        throw new UnsupportedOperationException();
    }
}
