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

    /** The owner, if at work, opens the conversation, which shows all but the last messages; null is all of them. */
    record Reads(int shop, int buyer, @Nullable Integer unseen) implements Step {
        @Override
        public String toString() {
            return "the owner reads " + Step.chat(shop, buyer) + Step.upTo(unseen);
        }
    }

    /** The owner, if at work, answers. */
    record Replies(int shop, int buyer) implements Step {
        @Override
        public String toString() {
            return "the owner answers " + Step.chat(shop, buyer);
        }
    }

    /** The owner, if at work, closes it, having seen all but the last messages; null is whatever there is. */
    record Closes(int shop, int buyer, @Nullable Integer unseen) implements Step {
        @Override
        public String toString() {
            return "the owner closes " + Step.chat(shop, buyer) + Step.upTo(unseen);
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

    /** A shop has one group more; its members leave the groups they were in. */
    record Creates(int shop, int group, Set<ChatSource> sources, Set<Integer> members) implements Step {
        @Override
        public String toString() {
            return Step.group(shop, group) + " is created, answers " + new TreeSet<>(sources) + " and has "
                    + Step.members(members);
        }
    }

    /** A group changes, and whoever joins it leaves the group they were in; what is null stays. */
    record Changes(
            int shop,
            int group,
            @Nullable Set<ChatSource> sources,
            @Nullable Set<Integer> members) implements Step {
        @Override
        public String toString() {
            return Step.group(shop, group)
                    + (sources == null ? "" : " answers " + new TreeSet<>(sources))
                    + (sources == null || members == null ? "" : " and")
                    + (members == null ? "" : " has " + Step.members(members));
        }
    }

    /** A group is no more. */
    record Deletes(int shop, int group) implements Step {
        @Override
        public String toString() {
            return Step.group(shop, group) + " is deleted";
        }
    }

    /** A role, which allows to answer chats or does not. */
    enum Role {
        AGENT("聊聊客服", true),
        ADMINISTRATOR("管理員", true),
        WAREHOUSE("倉庫管理員", false);

        final String title;
        final boolean answers;

        Role(String title, boolean answers) {
            this.title = title;
            this.answers = answers;
        }
    }

    /** A role in a shop. */
    record Grant(Role role, int shop) {
        @Override
        public String toString() {
            return role + " in " + Step.shop(shop);
        }
    }

    /** A member is enabled or disabled, and has these roles from now on; what is null stays. */
    record May(
            int member, @Nullable Boolean active, @Nullable Set<Grant> grants) implements Step {
        @Override
        public String toString() {
            var roles = grants == null
                    ? ""
                    : grants.stream().map(Grant::toString).sorted().collect(Collectors.joining(", ", " has {", "}"));
            return Step.member(member) + (active == null ? "" : active ? " is enabled" : " is disabled") + roles;
        }
    }

    /** A member gets a role in a shop, or loses it. */
    record Gets(int member, Grant grant, boolean given) implements Step {
        @Override
        public String toString() {
            return Step.member(member) + (given ? " gets " : " loses ") + grant;
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

    private static String members(Set<Integer> members) {
        return new TreeSet<>(members).stream().map(Step::member).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String upTo(@Nullable Integer unseen) {
        if (unseen == null) return "";
        return " up to the last message" + (unseen == 0 ? "" : " but " + unseen);
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
