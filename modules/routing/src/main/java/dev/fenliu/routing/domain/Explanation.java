package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.GroupId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision fell as it did: who was compared, with which loads, and why each other agent of the shop was not.
 *
 * @param candidates in the order of preference; the first one was chosen, if anyone was
 */
public record Explanation(List<Candidate> candidates, List<Exclusion> excluded) {
    /** One who was compared: with the load before the decision. */
    public record Candidate(
            MemberId member, int load, @Nullable GroupId group) {}

    /** One who was not compared. */
    public record Exclusion(MemberId member, Why why) {}

    /** Why somebody was not compared. */
    public enum Why {
        /** 離線. */
        OFFLINE,
        /** 掛斷. */
        HIDDEN,
        /** Has as many unread ones as the shop allows. */
        AT_CAP,
        /** Is in no group that has the source, and somebody who is was available. */
        NOT_IN_SOURCE_GROUP,
        /** 「在聊聊分組中加入主帳號」 is off, or is on while others are available. */
        MAIN_NOT_INCLUDED,
        /** The main account comes after everybody else. */
        MAIN_COMES_LAST,
        /** Had it until now and is gone. */
        FORMER_OWNER,
        /** The buyer goes back to whoever served them last. */
        NOT_LAST_HANDLER,
        /** Distribution is off: only the main account receives chats. */
        DISTRIBUTION_OFF,
        /** Is not whom it was forwarded to. */
        NOT_THE_TARGET
    }
}
