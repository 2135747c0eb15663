package dev.fenliu.webchat.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last said, and when something last moved.
 *
 * @param lastTalkedAt the last message of buyer or agent; system lines aside
 * @param updatedAt the last message, move of the read mark or change of owner: what the quiet time counts from
 * @param buyerSpokeLast whether that last message is the buyer's
 * @param unansweredSince the buyer's first message after the agent's last one; null once it is answered
 * @param preview the beginning of that last message
 */
public record Talk(
        Instant lastTalkedAt,
        Instant updatedAt,
        boolean buyerSpokeLast,
        @Nullable Instant unansweredSince,
        String preview) {
    static Talk silentSince(Instant openedAt) {
        return new Talk(openedAt, openedAt, true, null, "");
    }

    // Whoever waited for a lock may come with an earlier time than whoever held it.
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    Talk said(String text, boolean byBuyer, Instant now) {
        var waiting = unansweredSince == null ? now : unansweredSince;
        return new Talk(
                later(lastTalkedAt, now),
                later(updatedAt, now),
                byBuyer,
                byBuyer ? waiting : null,
                Texts.preview(text));
    }

    Talk moved(Instant now) {
        return new Talk(lastTalkedAt, later(updatedAt, now), buyerSpokeLast, unansweredSince, preview);
    }
}
