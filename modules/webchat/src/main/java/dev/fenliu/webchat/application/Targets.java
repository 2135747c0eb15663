package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.GroupId;
import java.util.List;

/** Where a conversation can be forwarded to right now. */
public record Targets(List<Person> people, List<Group> groups) {
    /** An agent who is online, with their unread conversations. */
    public record Person(MemberId id, String name, boolean main, int load) {}

    /** A group with somebody online other than the sender. */
    public record Group(GroupId id, String name, int online) {}
}
