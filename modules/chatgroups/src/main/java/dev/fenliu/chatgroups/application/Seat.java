package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Presence;

/**
 * A member of a group, as they sit there now.
 *
 * @param mayAnswer false once disabled or without the chat permission for the shop
 * @param counts false for the main account while its switch is off
 */
public record Seat(Member member, AtWork atWork, boolean mayAnswer, boolean counts) {
    public boolean online() {
        return counts && mayAnswer && atWork.presence() == Presence.ONLINE;
    }
}
