package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Shop;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Received;
import dev.fenliu.webchat.domain.Visitor;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a buyer's panel sends into a message to the shop. */
@Component
class PanelMessages {
    private final ReceiveMessages receive;
    private final BuyerPace pace;
    private final Storefront storefront;
    private final Words words;
    private final Clock clock;

    PanelMessages(ReceiveMessages receive, BuyerPace pace, Storefront storefront, Words words, Clock clock) {
        this.receive = receive;
        this.pace = pace;
        this.storefront = storefront;
        this.words = words;
        this.clock = clock;
    }

    /** Throws {@link WritesTooFast} and whatever else refuses the message. */
    Received receive(Shop shop, Visitor visitor, PanelMessage message, Locale locale) {
        pace.check(visitor);
        var page = message.from();
        var incoming = new IncomingMessage(
                visitor.externalId(),
                name(visitor, message.name(), locale),
                // Under the visitor's own id nobody's key meets another's.
                visitor.externalId() + "-"
                        + message.unique().orElseGet(() -> UUID.randomUUID().toString()),
                page.source(),
                Objects.requireNonNullElse(message.text(), ""),
                Boolean.TRUE.equals(message.card()) ? storefront.card(page, locale) : null,
                Storefront.address(page, shop.id()));
        return receive.receive(shop.enterprise(), shop.id(), incoming, clock.instant());
    }

    private @Nullable String name(Visitor visitor, @Nullable String given, Locale locale) {
        return given != null && given.isBlank() ? words.of("chat.visitor", locale, visitor.number()) : given;
    }
}
