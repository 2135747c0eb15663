package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.NoteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wrote down about a buyer, for all agents of the shop.
 *
 * @param changedAt when its author last changed it; null if never
 */
public record BuyerNote(
        NoteId id,
        BuyerId buyer,
        MemberId author,
        String text,
        Instant writtenAt,
        @Nullable Instant changedAt) {
    /** The longest, in characters. */
    public static final int LONGEST = 1_000;

    /** The text as it is stored. Refuses an empty and a too long one. */
    public static String words(@Nullable String text) {
        return Field.require("text", text, LONGEST).strip();
    }

    /** Throws {@link NotYours}. */
    public void requireAuthor(MemberId member) {
        if (!author.equals(member)) {
            throw new NotYours();
        }
    }
}
