package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of members who are to be created.
 *
 * @param secret null once the passwords were handed over
 */
public record MemberImport(
        long id,
        Actor actor,
        String fileName,
        State state,
        @Nullable ImportSecret secret,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    /** How far an import is. */
    public enum State {
        /** Looked through; nothing was created yet. */
        CHECKED,
        RUNNING,
        DONE,
        /** Given up on the way; what was created stays. */
        FAILED
    }

    public EnterpriseId enterprise() {
        return actor.enterprise();
    }

    public boolean isOf(MemberId member) {
        return member.equals(actor.member());
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED;
    }

    public MemberImport started() {
        return new MemberImport(id, actor, fileName, State.RUNNING, secret, createdAt, null);
    }

    public MemberImport ended(State how, Instant now) {
        return new MemberImport(id, actor, fileName, how, secret, createdAt, now);
    }

    public MemberImport handedOver() {
        return new MemberImport(id, actor, fileName, state, null, createdAt, finishedAt);
    }
}
