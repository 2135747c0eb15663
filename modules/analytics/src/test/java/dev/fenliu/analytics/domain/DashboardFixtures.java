package dev.fenliu.analytics.domain;

import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.Desks.Stretch;
import dev.fenliu.routing.Staging.Waiting;
import dev.fenliu.webchat.OpenConversations.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Thursday in Taipei and what happened on it. */
final class DashboardFixtures {
    static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final EnterpriseId ENTERPRISE = new EnterpriseId(1);
    static final Day THURSDAY = new Day(LocalDate.of(2026, 3, 19), TAIPEI);
    static final Instant NOON = taipei("2026-03-19T12:00");

    static final Member AMY = member(1, "Amy");
    static final Member BEN = member(2, "Ben");
    static final Member CARA = member(3, "Cara");
    static final Shop SHRIMPS = shop(11, "蝦蝦的店");
    static final Shop BOOKS = shop(12, "賣場B");

    private DashboardFixtures() {}

    static Member member(long id, String name) {
        return new Member(new MemberId(id), ENTERPRISE, "demo:" + name, name, false, true, NOON);
    }

    static Shop shop(long id, String name) {
        return new Shop(new ShopId(id), ENTERPRISE, name, "TW", true, TAIPEI);
    }

    static Instant taipei(String local) {
        return LocalDateTime.parse(local).atZone(TAIPEI).toInstant();
    }

    static Stretch online(Member who, Instant from, Instant until) {
        return new Stretch(who.id(), Presence.ONLINE, from, until);
    }

    static Stretch hidden(Member who, Instant from, Instant until) {
        return new Stretch(who.id(), Presence.HIDDEN, from, until);
    }

    static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    static AMoment at(Instant now) {
        return new AMoment(now);
    }

    /** The readings of one moment, gathered fact by fact. */
    static final class AMoment {
        private final Instant now;
        private final Map<Day, List<Counted>> counted = new HashMap<>();
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<Count> open = new ArrayList<>();
        private final Map<ShopId, Waiting> waiting = new HashMap<>();
        private final Map<MemberId, AtWork> floor = new HashMap<>();

        private AMoment(Instant now) {
            this.now = now;
        }

        AMoment closed(Day day, Shop shop, Member owner, int byHand, int bySystem) {
            return counted(day, shop, owner, Tally.closings(byHand, bySystem, 0));
        }

        AMoment counted(Day day, Shop shop, Member owner, Tally tally) {
            counted.computeIfAbsent(day, it -> new ArrayList<>())
                    .add(new Counted(day.date(), shop.id(), owner.id(), ChatSource.OTHER, tally));
            return this;
        }

        AMoment open(Shop shop, Member owner, int read, int unread) {
            open.add(new Count(shop.id(), owner.id(), read, unread));
            return this;
        }

        AMoment worked(Stretch... more) {
            stretches.addAll(List.of(more));
            return this;
        }

        AMoment waiting(Shop shop, int conversations, Instant oldest) {
            waiting.put(shop.id(), new Waiting(conversations, oldest));
            return this;
        }

        AMoment present(Member who, Presence presence) {
            floor.put(who.id(), new AtWork(who.id(), presence, now, now, 0));
            return this;
        }

        Dashboard seenWith(Roster roster) {
            return new Dashboard(new Readings(now, counted, stretches, open, waiting, floor), roster);
        }
    }

    /** Amy, Ben and Cara, of whom those named may answer in the shop. */
    static Roster roster(Shop shop, Member... answering) {
        return roster(Map.of(shop, List.of(answering)));
    }

    static Roster roster(Map<Shop, List<Member>> answering) {
        return new Roster(
                List.of(AMY, BEN, CARA),
                answering.entrySet().stream().collect(toMap(it -> it.getKey().id(), it -> ids(it.getValue()))));
    }

    private static Set<MemberId> ids(List<Member> members) {
        return Set.copyOf(members.stream().map(Member::id).toList());
    }
}
