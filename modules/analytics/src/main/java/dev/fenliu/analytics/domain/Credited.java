package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose facts are meant, by who is credited with them. */
public sealed interface Credited {
    Credited ANYBODY = new Anybody();

    /** Whether those of that person in that shop are meant; without a person, what nobody has had there. */
    boolean includes(ShopId shop, @Nullable MemberId member);

    /** Everybody's, and what nobody has had. */
    record Anybody() implements Credited {
        @Override
        public boolean includes(ShopId shop, @Nullable MemberId member) {
            return true;
        }
    }

    /**
     * One person's.
     *
     * @param member null for what nobody has had
     */
    record Only(@Nullable MemberId member) implements Credited {
        @Override
        public boolean includes(ShopId shop, @Nullable MemberId who) {
            return member == null ? who == null : member.equals(who);
        }
    }

    /** Those of whoever is in a group. */
    record Grouped(Map<ShopId, Set<MemberId>> members) implements Credited {
        @Override
        public boolean includes(ShopId shop, @Nullable MemberId member) {
            return member != null && members.getOrDefault(shop, Set.of()).contains(member);
        }

        /** Whether that person is in one of the groups, wherever. */
        public boolean includes(MemberId member) {
            return members.values().stream().anyMatch(group -> group.contains(member));
        }
    }

    /** Those of whoever is in no group of the shop, and what nobody has had. */
    record Ungrouped(Grouped grouped) implements Credited {
        @Override
        public boolean includes(ShopId shop, @Nullable MemberId member) {
            return !grouped.includes(shop, member);
        }
    }
}
