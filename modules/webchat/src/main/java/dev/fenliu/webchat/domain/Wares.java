package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.ShopId;
import java.util.Optional;

/** What a shop's own system knows about the products and orders that chats are about. */
public interface Wares {
    /** Must answer at once, from memory: it is asked for every line that shows a card. */
    Optional<Ware> find(ShopId shop, Card card);
}
