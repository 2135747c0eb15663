package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Waits;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.RoutingEvent.Assigned;
import dev.fenliu.routing.RoutingEvent.Assignment;
import dev.fenliu.routing.Trigger;
import dev.fenliu.webchat.Arrivals.Arrival;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.WebchatEvent.AgentReplied;
import dev.fenliu.webchat.WebchatEvent.ConversationClosed;
import dev.fenliu.webchat.WebchatEvent.ConversationRated;
import dev.fenliu.webchat.WebchatEvent.Wait;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days as they might have been: told as facts, and remembered to be counted plainly. */
final class RandomDays {
    /** A conversation's whole life. */
    record Chat(
            ShopId shop,
            ChatSource source,
            boolean cameBack,
            Instant opened,
            @Nullable MemberId answeredBy,
            @Nullable Instant answeredAt,
            @Nullable MemberId owner,
            @Nullable Instant forwardedAt,
            @Nullable MemberId forwardedBy,
            @Nullable Instant closedAt,
            boolean bySystem,
            @Nullable Instant ratedAt,
            int stars) {
        boolean inTime() {
            return answeredAt != null && !answeredAt.isAfter(opened.plus(Duration.ofHours(12)));
        }

        int waited() {
            return Math.toIntExact(Duration.between(opened, answeredAt).toSeconds());
        }
    }

    record Worked(MemberId member, Presence presence, Instant from, Instant until) {}

    private final List<Chat> chats = new ArrayList<>();
    private final List<Worked> worked = new ArrayList<>();
    private final Random random;
    private final Fresh fresh;
    private final List<ShopId> shops;
    private final List<MemberId> agents;
    private final Instant begin;
    private final Duration span;

    RandomDays(long seed, Fresh fresh, List<ShopId> shops, List<MemberId> agents, Instant begin, Duration span) {
        this.random = new Random(seed);
        this.fresh = fresh;
        this.shops = shops;
        this.agents = agents;
        this.begin = begin;
        this.span = span;
    }

    void happen(int conversations, Facts facts, JdbcClient jdbc, Ids ids) {
        for (var chat = 0; chat < conversations; chat++) {
            talk(facts, ids);
        }
        for (var agent : agents) {
            work(agent, jdbc, ids);
        }
    }

    private void talk(Facts facts, Ids ids) {
        var id = new ConversationId(ids.next());
        var buyer = new BuyerId(ids.next());
        var shop = one(shops);
        var source = one(List.of(ChatSource.values()));
        var opened = begin.plusSeconds(random.nextLong(span.toSeconds()));
        var cameBack = random.nextBoolean();
        var arrivals = List.of(new Arrival(id, shop, source, cameBack, opened));
        if (random.nextInt(10) == 0) {
            facts.keep(assigned(id, shop, null, null, Trigger.MESSAGE, opened), arrivals);
            chats.add(new Chat(shop, source, cameBack, opened, null, null, null, null, null, null, false, null, 0));
            return;
        }
        var owner = one(agents);
        facts.keep(assigned(id, shop, null, owner, Trigger.MESSAGE, opened), arrivals);
        Instant forwardedAt = null;
        MemberId forwardedBy = null;
        if (random.nextInt(3) == 0) {
            forwardedAt = opened.plusSeconds(random.nextInt(1, 3_000));
            forwardedBy = owner;
            owner = one(agents);
            facts.keep(assigned(id, shop, forwardedBy, owner, Trigger.FORWARDED, forwardedAt), arrivals);
        }
        Instant answeredAt = null;
        if (random.nextInt(5) > 0) {
            answeredAt = opened.plusSeconds(3_000 + random.nextLong(13 * 3_600));
            var reply = new AgentReplied(
                    fresh.enterprise(), shop, buyer, id, new MessageId(ids.next()), 2, owner, true, null, answeredAt);
            facts.keep(reply, new Wait(opened, true));
        }
        Instant closedAt = null;
        var bySystem = random.nextBoolean();
        if (random.nextInt(4) > 0) {
            closedAt = opened.plusSeconds(3_000 + 13 * 3_600 + random.nextLong(9_000));
            facts.keep(new ConversationClosed(
                    fresh.enterprise(), shop, buyer, id, owner, bySystem, answeredAt == null, closedAt));
        }
        Instant ratedAt = null;
        var stars = 0;
        if (closedAt != null && random.nextInt(3) == 0) {
            ratedAt = closedAt.plusSeconds(random.nextInt(1, 90_000));
            stars = random.nextInt(1, 6);
            facts.keep(new ConversationRated(fresh.enterprise(), shop, buyer, id, owner, stars, ratedAt));
        }
        chats.add(new Chat(
                shop,
                source,
                cameBack,
                opened,
                answeredAt == null ? null : owner,
                answeredAt,
                owner,
                forwardedAt,
                forwardedBy,
                closedAt,
                bySystem,
                ratedAt,
                stars));
    }

    private Assigned assigned(
            ConversationId id,
            ShopId shop,
            @Nullable MemberId from,
            @Nullable MemberId to,
            Trigger trigger,
            Instant at) {
        var reason = trigger == Trigger.FORWARDED ? Reason.FORWARDED_TO_MEMBER : Reason.GROUP;
        return new Assigned(
                fresh.enterprise(), List.of(new Assignment(id, shop, from, to, trigger, reason, false)), List.of(), at);
    }

    // One after the other, over midnights and changes of the clock, the last one cut where a crash was noticed.
    private void work(MemberId agent, JdbcClient jdbc, Ids ids) {
        var at = begin.plusSeconds(random.nextInt(20_000));
        while (at.isBefore(begin.plus(span))) {
            var until = at.plusMillis(random.nextLong(1, 40_000_000));
            var presence = random.nextInt(3) == 0 ? Presence.HIDDEN : Presence.ONLINE;
            worked.add(new Worked(agent, presence, at, until));
            jdbc.sql("""
                            insert into routing_stretch (id, enterprise_id, member_id, state, started_at, ended_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(ids.next(), fresh.enterprise().value(), agent.value(), presence.name(), at, until)
                    .update();
            at = random.nextBoolean() ? until : until.plusMillis(random.nextLong(30_000_000));
        }
    }

    /** Counted one by one, day by day, without any of what is tested. */
    Tally plainly(Period period, ZoneId zone, Predicate<Chat> of, Predicate<@Nullable MemberId> who) {
        Predicate<Instant> then = at -> at != null && period.includes(LocalDate.ofInstant(at, zone));
        var here = chats.stream().filter(of).toList();
        var closed = here.stream()
                .filter(it -> then.test(it.closedAt()) && who.test(it.owner()))
                .toList();
        var opened = here.stream()
                .filter(it -> then.test(it.opened()) && who.test(credited(it)))
                .toList();
        var rated = here.stream()
                .filter(it -> then.test(it.ratedAt()) && who.test(it.owner()))
                .toList();
        var answered = here.stream()
                .filter(it -> then.test(it.answeredAt()) && who.test(it.answeredBy()))
                .toList();
        var waits = Waits.of(answered.stream().mapToInt(Chat::waited).toArray());
        return new Tally(
                count(closed.stream().filter(it -> !it.bySystem())),
                count(closed.stream().filter(Chat::bySystem)),
                count(closed.stream().filter(it -> it.answeredAt() == null)),
                opened.size(),
                count(opened.stream().filter(Chat::cameBack)),
                count(opened.stream().filter(Chat::inTime)),
                count(here.stream().filter(it -> then.test(it.forwardedAt()) && who.test(it.forwardedBy()))),
                count(here.stream().filter(it -> then.test(it.forwardedAt()) && who.test(it.owner()))),
                rated.size(),
                rated.stream().mapToInt(Chat::stars).sum(),
                waits,
                waits);
    }

    /** How many conversations began, by weekday and hour. */
    List<List<Integer>> arrivals(Period period, ZoneId zone, Predicate<Chat> of) {
        var begun = chats.stream()
                .filter(of)
                .map(chat -> chat.opened().atZone(zone))
                .filter(at -> period.includes(at.toLocalDate()))
                .collect(groupingBy(at -> at.getDayOfWeek() + " " + at.getHour(), counting()));
        return Stream.of(DayOfWeek.values())
                .map(day -> IntStream.range(0, 24)
                        .mapToObj(
                                hour -> begun.getOrDefault(day + " " + hour, 0L).intValue())
                        .toList())
                .toList();
    }

    private static @Nullable MemberId credited(Chat chat) {
        return chat.owner();
    }

    private static int count(Stream<?> some) {
        return Math.toIntExact(some.count());
    }

    /** Everybody's on the days that count for them. */
    Hours hours(Period period, ZoneId zone, BiPredicate<MemberId, LocalDate> counts) {
        var online = BigDecimal.ZERO.setScale(2);
        var hidden = BigDecimal.ZERO.setScale(2);
        for (var agent : agents) {
            for (var date :
                    period.days().filter(date -> counts.test(agent, date)).toList()) {
                online = online.add(hours(agent, Presence.ONLINE, date, zone));
                hidden = hidden.add(hours(agent, Presence.HIDDEN, date, zone));
            }
        }
        return new Hours(online, hidden);
    }

    private BigDecimal hours(MemberId agent, Presence presence, LocalDate date, ZoneId zone) {
        var midnight = date.atStartOfDay(zone).toInstant();
        var next = date.plusDays(1).atStartOfDay(zone).toInstant();
        var millis = worked.stream()
                .filter(it -> it.member().equals(agent) && it.presence() == presence)
                .mapToLong(it -> Math.max(
                        0,
                        Math.min(it.until().toEpochMilli(), next.toEpochMilli())
                                - Math.max(it.from().toEpochMilli(), midnight.toEpochMilli())))
                .sum();
        return BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(3_600_000), 2, RoundingMode.HALF_UP);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
