package dev.fenliu.webchat.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a buyer thought of a conversation: one to five stars, and some words or none. */
public record Rating(int score, String comment) {
    public static final int LONGEST_COMMENT = 1_000;
    private static final int BEST = 5;

    public Rating {
        if (score < 1 || score > BEST) {
            throw new NoSuchScore();
        }
    }

    /** As it was sent, without space around the words. */
    public static Rating of(int score, @Nullable String comment) {
        return new Rating(
                score,
                Field.limit("comment", Objects.requireNonNullElse(comment, "").strip(), LONGEST_COMMENT));
    }
}
