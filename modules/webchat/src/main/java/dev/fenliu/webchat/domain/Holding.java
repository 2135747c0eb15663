package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.MemberId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands a conversation is.
 *
 * @param owner null while it waits
 * @param held whether it is only held for the owner, who is away for the moment
 * @param asking whether routing has been asked for an agent and has not answered yet
 * @param handler who last wrote or was forwarded to; null while nobody did
 */
public record Holding(
        @Nullable MemberId owner,
        boolean held,
        boolean asking,
        @Nullable MemberId handler) {
    /** Nobody has it yet, and an agent is asked for. */
    static final Holding NOBODY = new Holding(null, false, true, null);

    /** Whom the buyer meets first when coming back. */
    public @Nullable MemberId lastHandler() {
        return handler != null ? handler : owner;
    }

    boolean isOf(MemberId member) {
        return Objects.equals(owner, member);
    }

    Holding asking(boolean asked) {
        return new Holding(owner, held, asked, handler);
    }

    Holding inHandsOf(@Nullable MemberId newOwner, boolean onlyHeld) {
        return new Holding(newOwner, onlyHeld, false, handler);
    }

    /** Whoever it was held for is there: it is theirs. */
    Holding taken() {
        return new Holding(owner, false, asking, handler);
    }

    Holding handledBy(@Nullable MemberId member) {
        return new Holding(owner, held, asking, member);
    }
}
