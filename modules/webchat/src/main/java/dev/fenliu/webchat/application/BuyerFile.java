package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.DecisionStory;
import dev.fenliu.webchat.NoteId;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Ware;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shop knows about a buyer, as agents see it beside the conversation that is open.
 *
 * @param why why the conversation went where it went, the latest decision first
 * @param wider whether the asker sees the buyer's whole history; otherwise visits and goods are empty
 * @param block who keeps the buyer from writing; null if nobody does
 * @param mayBlock whether the asker may keep the buyer from writing, and let them write again
 * @param mayNote whether the asker may write notes about the buyer
 */
public record BuyerFile(
        ConversationView conversation,
        List<DecisionStory> why,
        boolean wider,
        List<Earlier> visits,
        List<Goods> goods,
        List<Note> notes,
        @Nullable Block block,
        boolean mayBlock,
        boolean mayNote) {

    /**
     * An earlier conversation.
     *
     * @param handler who answered; null if nobody did
     * @param score what the buyer gave it; null for nothing
     */
    public record Earlier(
            ConversationId conversation,
            ChatSource source,
            ConversationState state,
            @Nullable MemberId handler,
            @Nullable String handlerName,
            Instant openedAt,
            String preview,
            @Nullable Integer score) {}

    /** A product or an order that the buyer has asked about. */
    public record Goods(Card card, @Nullable Ware ware) {}

    /** What an agent wrote down about the buyer. */
    public record Note(
            NoteId id,
            MemberId author,
            @Nullable String authorName,
            String text,
            Instant writtenAt,
            @Nullable Instant changedAt) {}

    /** Somebody keeps the buyer from writing. */
    public record Block(@Nullable String byName, Instant since) {}
}
