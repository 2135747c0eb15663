package dev.fenliu.routing;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision as people read it: {@code kit/decision :: story(story)} shows it.
 *
 * @param buyer whose conversation it is
 * @param source where it started, which says whose groups are asked
 * @param agent who got it; null while it waits in the staging area
 * @param says the whole in one sentence
 * @param compared in the order of preference: the first one got it, if anyone did
 * @param others everybody else who may answer there, by what kept them out
 */
public record DecisionStory(
        ConversationId conversation,
        String buyer,
        ChatSource source,
        Instant at,
        Trigger trigger,
        Reason reason,
        @Nullable MemberId agent,
        Says says,
        Says rule,
        List<Compared> compared,
        List<Others> others) {

    /** A sentence of the message bundles: its key, and what it mentions. */
    public record Says(String key, List<Object> arguments) {}

    /**
     * One who was compared.
     *
     * @param group the group that they were in; null for none, or one that is gone
     * @param load their unread conversations before the decision
     * @param chosen whether they got it
     */
    public record Compared(
            MemberId member, String name, @Nullable String group, int load, boolean chosen) {}

    /**
     * Those who were not compared, for one reason.
     *
     * @param why a code such as {@code OFFLINE}; the bundles hold its words under {@code decision.not.<CODE>}
     */
    public record Others(String why, List<Person> people) {}

    /** Somebody by name. */
    public record Person(MemberId member, String name) {}
}
