package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.webchat.domain.TargetIsUnclear;
import org.jspecify.annotations.Nullable;

/** Where a conversation should go: to a member or to a group, exactly one of them. */
public record Target(@Nullable MemberId member, @Nullable GroupId group) {
    public Target {
        if ((member == null) == (group == null)) {
            throw new TargetIsUnclear();
        }
    }

    public static Target of(MemberId member) {
        return new Target(member, null);
    }

    public static Target of(GroupId group) {
        return new Target(null, group);
    }
}
