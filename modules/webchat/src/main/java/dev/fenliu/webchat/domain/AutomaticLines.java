package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.chatgroups.AutomaticReplies.Kind;
import dev.fenliu.webchat.BuyerId;
import java.time.Instant;
import java.util.Set;

/** Which automatic replies buyers have got lately. */
public interface AutomaticLines {
    /** The kinds that the buyer has got after then. One statement. */
    Set<Kind> sentAfter(EnterpriseId enterprise, BuyerId buyer, Instant then);

    /** The buyer has got it now. One statement. */
    void sent(EnterpriseId enterprise, BuyerId buyer, Kind kind, Instant now);
}
