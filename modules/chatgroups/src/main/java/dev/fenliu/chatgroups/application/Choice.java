package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.Member;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who might be chosen for a group.
 *
 * @param counts false for the main account while its switch is off
 * @param present the group of the shop that they are in now
 */
public record Choice(
        Member member,
        AtWork atWork,
        boolean mayAnswer,
        boolean counts,
        @Nullable ChatGroup present) {
    public boolean isIn(@Nullable GroupId group) {
        return present != null && present.id().equals(group);
    }
}
