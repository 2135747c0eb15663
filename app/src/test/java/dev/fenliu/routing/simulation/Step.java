package dev.fenliu.routing.simulation;

import dev.fenliu.accounts.Presence;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.TieBreak;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens in the small enterprise. People, shops, groups and buyers are numbers, so that a step means the
 * same whatever happened before it: a history stays one when steps are taken out of it.
 */
sealed interface Step {
    /** The main account is the first of the members. */
    int MAIN = 0;

    int MEMBERS = 6;
    int SHOPS = 2;
    int GROUPS = 3;
    int BUYERS = 5;

    /** A buyer writes to a shop, perhaps with a card. */
    record Writes(int shop, int buyer, ChatSource source, CardKind card) implements Step {
        @Override
        public String toString() {
            var with = card == CardKind.NONE ? "" : " with a card of " + card;
            return "%s writes to %s from %s%s".formatted(Step.buyer(buyer), Step.shop(shop), source, with);
        }
    }

    /** What a buyer's message shows. */
    enum CardKind {
        NONE,
        PRODUCT,
        ORDER
    }

    /** A member chooses 在線 or 掛斷, or logs out. */
    record Chooses(int member, Presence choice) implements Step {
        @Override
        public String toString() {
            return Step.member(member) + (choice == Presence.OFFLINE ? " logs out" : " chooses to be " + choice);
        }
    }

    /** A desk of a member opens, and stays open. */
    record Opens(int member) implements Step {
        @Override
        public String toString() {
            return Step.member(member) + " opens a desk";
        }
    }

    /** A member's desk is gone without a word. */
    record Crashes(int member) implements Step {
        @Override
        public String toString() {
            return Step.member(member) + "'s desk is gone";
        }
    }

    /** The owner, if at work, opens the conversation. */
    record Reads(int shop, int buyer) implements Step {
        @Override
        public String toString() {
            return "the owner reads " + Step.chat(shop, buyer);
        }
    }

    /** The owner, if at work, answers. */
    record Replies(int shop, int buyer) implements Step {
        @Override
        public String toString() {
            return "the owner answers " + Step.chat(shop, buyer);
        }
    }

    /** The owner, if at work, closes it. */
    record Closes(int shop, int buyer) implements Step {
        @Override
        public String toString() {
            return "the owner closes " + Step.chat(shop, buyer);
        }
    }

    /** The owner, if at work, forwards it (轉發). */
    record Forwards(int shop, int buyer, Target to) implements Step {
        @Override
        public String toString() {
            return "the owner forwards " + Step.chat(shop, buyer) + " to " + to;
        }
    }

    /** The main account reassigns it (改派), or forwards it if it is its own. */
    record Reassigns(int shop, int buyer, Target to) implements Step {
        @Override
        public String toString() {
            return "M reassigns " + Step.chat(shop, buyer) + " to " + to;
        }
    }

    /** The main account reassigns all open conversations of a member. */
    record ReassignsAll(int from, Target to) implements Step {
        @Override
        public String toString() {
            return "M reassigns all of " + Step.member(from) + "'s to " + to;
        }
    }

    /** A member, or a group of a shop. */
    sealed interface Target {}

    record ToMember(int member) implements Target {
        @Override
        public String toString() {
            return Step.member(member);
        }
    }

    record ToGroup(int shop, int group) implements Target {
        @Override
        public String toString() {
            return Step.group(shop, group);
        }
    }

    /** Settings of a shop change; what is null stays. */
    record Sets(
            int shop,
            @Nullable Boolean enabled,
            @Nullable Boolean includeMain,
            @Nullable Integer cap,
            @Nullable TieBreak tieBreak)
            implements Step {
        @Override
        public String toString() {
            return Step.shop(shop) + " is set to"
                    + (enabled == null ? "" : enabled ? " distribution on" : " distribution off")
                    + (includeMain == null ? "" : includeMain ? " main account included" : " main account not included")
                    + (cap == null ? "" : " cap " + cap)
                    + (tieBreak == null ? "" : " " + tieBreak);
        }
    }

    /** A group has these members from now on; they leave the groups they were in. */
    record Fills(int shop, int group, Set<Integer> members) implements Step {
        @Override
        public String toString() {
            var names = new TreeSet<>(members).stream().map(Step::member).collect(Collectors.joining(", ", "{", "}"));
            return Step.group(shop, group) + " has " + names;
        }
    }

    /** A group answers these sources from now on. */
    record Answers(int shop, int group, Set<ChatSource> sources) implements Step {
        @Override
        public String toString() {
            return Step.group(shop, group) + " answers " + new TreeSet<>(sources);
        }
    }

    /** A member is enabled or disabled, and holds the chat permission in these shops from now on. */
    record May(int member, boolean active, Set<Integer> shops) implements Step {
        @Override
        public String toString() {
            var where = new TreeSet<>(shops).stream().map(Step::shop).collect(Collectors.joining(", ", "{", "}"));
            return Step.member(member) + (active ? " may answer in " : " is disabled, and might answer in ") + where;
        }
    }

    /** A shop becomes 授權的 or 停用. */
    record Becomes(int shop, boolean authorized) implements Step {
        @Override
        public String toString() {
            return Step.shop(shop) + (authorized ? " is authorised" : " is disabled");
        }
    }

    /** Time goes by. */
    record Passes(Duration time) implements Step {
        @Override
        public String toString() {
            return time + " go by";
        }
    }

    static String member(int member) {
        return String.valueOf("MABCDE".charAt(member));
    }

    static String shop(int shop) {
        return String.valueOf("ST".charAt(shop));
    }

    static String group(int shop, int group) {
        return "group " + shop(shop) + (group + 1);
    }

    static String buyer(int buyer) {
        return "buyer " + (buyer + 1);
    }

    static String chat(int shop, int buyer) {
        return buyer(buyer) + "'s chat in " + shop(shop);
    }
}
