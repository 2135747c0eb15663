package dev.fenliu.webchat.live;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.webchat.BuyerId;

/** Whoever looks at a screen. */
sealed interface Reader {
    /** An agent at a desk. */
    record Agent(EnterpriseId enterprise, MemberId member) implements Reader {}

    /** A buyer in one shop. */
    record Buyer(EnterpriseId enterprise, BuyerId buyer) implements Reader {}
}
