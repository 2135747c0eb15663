package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.UnknownSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Buyers' messages as the shop's side hands them on. */
@RestController
class BuyerMessagesApi {
    private final ReceiveMessages messages;
    private final ApiNames names;
    private final Clock clock;

    BuyerMessagesApi(ReceiveMessages messages, ApiNames names, Clock clock) {
        this.messages = messages;
        this.names = names;
        this.clock = clock;
    }

    record BuyerJson(@NotNull String externalId, @Nullable String name) {}

    record CardJson(
            Card.@NotNull Type type,
            @NotNull String ref,
            @Nullable String title) {
        Card card() {
            return new Card(type, ref, title);
        }
    }

    record Wish(
            @Nullable String externalId,
            @NotNull @Valid BuyerJson buyer,
            @NotNull String source,
            @NotNull String text,
            @Nullable @Valid CardJson card,
            @Nullable String page) {
        IncomingMessage message() {
            return new IncomingMessage(
                    buyer.externalId(),
                    buyer.name(),
                    externalId,
                    ChatSource.coded(source).orElseThrow(() -> new UnknownSource(source)),
                    text,
                    card == null ? null : card.card(),
                    page);
        }
    }

    record Answer(String message, String conversation) {}

    /** The same externalId again is answered the same, with 200, and changes nothing. */
    @PostMapping("/api/v1/shops/{shop}/messages")
    ResponseEntity<Answer> create(Actor actor, @PathVariable String shop, @RequestBody @Valid Wish wish) {
        var where = names.shop(actor, shop);
        var received = messages.receive(actor.enterprise(), where, wish.message(), clock.instant());
        return ResponseEntity.status(received.stored() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(new Answer(
                        received.message().toString(), received.conversation().toString()));
    }
}
