package dev.fenliu.chatgroups.domain;

import dev.fenliu.chatgroups.ChatGroup;

/** What a command did to a shop's groups. */
public sealed interface SetupFact {
    /** Distribution was off and is on. */
    record TurnedOn() implements SetupFact {}

    /**
     * Distribution was on and is off.
     *
     * @param lastMemberLeft nobody asked for it: no group has a member any more
     */
    record TurnedOff(boolean lastMemberLeft) implements SetupFact {}

    /** The main account's switch, the cap or the tie-break changed. */
    record SettingsChanged(DistributionSettings before, DistributionSettings after) implements SetupFact {}

    /** There is one group more. */
    record GroupCreated(ChatGroup group) implements SetupFact {}

    /** A group's name, sources or members changed. */
    record GroupChanged(ChatGroup before, ChatGroup after) implements SetupFact {}

    /** There is one group less; its members are in no group. */
    record GroupDeleted(ChatGroup group) implements SetupFact {}
}
