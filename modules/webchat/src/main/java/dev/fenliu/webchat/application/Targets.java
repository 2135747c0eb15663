package dev.fenliu.webchat.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.GroupId;
import java.util.List;

/** Where conversations can be forwarded to right now, the least loaded first. */
public record Targets(List<Person> people, List<Group> groups) {
    /**
     * An agent who is online, with their unread conversations.
     *
     * @param takes how many of the conversations in question they may answer
     */
    public record Person(MemberId id, String name, boolean main, int load, int takes) {}

    /**
     * A group with somebody online other than the sender.
     *
     * @param takes how many of the conversations in question are of its shop
     */
    public record Group(GroupId id, String name, String shopName, int online, int takes) {}

    public boolean isEmpty() {
        return people.isEmpty() && groups.isEmpty();
    }
}
