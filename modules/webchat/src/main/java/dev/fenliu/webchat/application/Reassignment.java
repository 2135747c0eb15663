package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.webchat.WebchatEvent;
import dev.fenliu.webchat.domain.Conversation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversation that somebody with that permission took from its owner or from the staging area (改派). */
record Reassignment(
        Acting by, Conversation conversation, @Nullable MemberId from, MemberId to, Instant now) {
    WebchatEvent fact(Directory directory) {
        var origin = conversation.origin();
        return new WebchatEvent.Reassigned(
                origin.enterprise(),
                origin.shop(),
                origin.buyer(),
                conversation.id(),
                new Activity(
                        by.named(name(directory, by.member())),
                        "conversation-reassigned",
                        conversation.id().toString(),
                        origin.shop(),
                        from == null ? Map.of() : Map.of("owner", name(directory, from)),
                        Map.of("owner", name(directory, to)),
                        now),
                now);
    }

    private String name(Directory directory, MemberId member) {
        return directory.member(by.enterprise(), member).map(Member::name).orElse(member.toString());
    }
}
