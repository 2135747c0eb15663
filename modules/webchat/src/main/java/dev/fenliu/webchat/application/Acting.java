package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;

/** Who does something in a conversation: a signed-in member, or a program in the name of a member. */
public record Acting(Actor actor, MemberId member) {
    /** The signed-in member. */
    public static Acting self(Actor actor) {
        return new Acting(actor, actor.me());
    }

    EnterpriseId enterprise() {
        return actor.enterprise();
    }

    /** The actor as the activity log shows it: the member, wherever the request came from. */
    Actor named(String name) {
        return new Actor(actor.enterprise(), member, name, actor.address());
    }
}
