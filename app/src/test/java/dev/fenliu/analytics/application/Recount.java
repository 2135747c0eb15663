package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.chatgroups.ChatGroups;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts figures once more, from conversations, messages, stretches and what people may alone: knows nothing of the facts
 * that the program keeps to count them.
 */
@Component
public class Recount {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final ReadStatistics statistics;
    private final Directory directory;
    private final ChatGroups groups;
    private final JdbcClient jdbc;

    Recount(ReadStatistics statistics, Directory directory, ChatGroups groups, JdbcClient jdbc) {
        this.statistics = statistics;
        this.directory = directory;
        this.groups = groups;
        this.jdbc = jdbc;
    }

    private record Chat(
            long id,
            long shop,
            long buyer,
            Instant opened,
            @Nullable Instant closed,
            String state,
            @Nullable Long owner) {}

    private record Line(
            long chat,
            String sender,
            @Nullable String notice,
            @Nullable Long member,
            @Nullable Long recipient,
            Instant at) {}

    private record Stretch(long member, String state, Instant from, Instant until) {}

    private record Wait(Chat chat, long member, boolean first, Instant ended, int seconds) {}

    /** What is compared; the conversations that came are credited by a rule of their own, and counted for shops alone. */
    private record Counted(
            int byHand,
            int bySystem,
            int unanswered,
            int opened,
            int cameBack,
            int inTime,
            int out,
            int in,
            String first,
            String waits,
            String hours) {}

    private static final Counted NOTHING = new Counted(0, 0, 0, 0, 0, 0, 0, 0, "[]", "[]", "");

    /** Fails unless the statistics of an enterprise in Taipei, from a day before all began until now, are what its tables say. */
    public void compare(Actor actor, LocalDate from, Instant now) {
        var enterprise = actor.enterprise().value();
        var chats = jdbc.sql("""
                        select id, shop_id, buyer_id, opened_at, closed_at, state, owner_id
                        from webchat_conversation where enterprise_id = ? order by id""")
                .param(enterprise)
                .query((row, _) -> new Chat(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        at(row, 4),
                        row.getString(5) == null ? null : at(row, 5),
                        row.getString(6),
                        id(row, 7)))
                .list();
        var lines = jdbc
                .sql("""
                        select conversation_id, sender, notice, member_id, recipient_id, at
                        from webchat_message where enterprise_id = ? order by conversation_id, seq""")
                .param(enterprise)
                .query((row, _) -> new Line(
                        row.getLong(1), row.getString(2), row.getString(3), id(row, 4), id(row, 5), at(row, 6)))
                .list()
                .stream()
                .collect(groupingBy(Line::chat));
        var stretches = jdbc.sql("""
                        select s.member_id, s.state, s.started_at, coalesce(s.ended_at, p.last_seen)
                        from routing_stretch s left join routing_presence p on p.member_id = s.member_id
                        where s.enterprise_id = ?""")
                .param(enterprise)
                .query((row, _) -> new Stretch(row.getLong(1), row.getString(2), at(row, 3), at(row, 4)))
                .list();
        var today = LocalDate.ofInstant(now, TAIPEI);

        var shops = new TreeMap<String, Counted>();
        chats.stream().map(Chat::shop).distinct().forEach(shop -> {
            var theirs = chats.stream().filter(it -> it.shop() == shop).toList();
            shops.put(Long.toString(shop), counted(theirs, lines, it -> true, true, ""));
        });
        assertThat(told(actor, By.SHOPS, from, today, now, row -> ""))
                .as("what shops are told")
                .isEqualTo(shops);

        var people = new HashSet<Long>();
        chats.forEach(it -> people.add(it.owner()));
        lines.values().forEach(all -> all.forEach(it -> people.add(it.member())));
        lines.values().forEach(all -> all.forEach(it -> people.add(it.recipient())));
        stretches.forEach(it -> people.add(it.member()));
        people.remove(null);
        var agents = told(actor, By.AGENTS, from, today, now, row -> text(row.sums()));
        agents.remove("");
        var plain = new TreeMap<String, Counted>();
        var answering = answering(actor);
        for (var person : people) {
            var answers = answering.contains(person);
            var hours = hours(stretches, person, from, answers ? today : today.minusDays(1), TAIPEI, now);
            var counted = counted(
                    chats,
                    lines,
                    who -> Objects.equals(who, person),
                    false,
                    answers || !hours.equals(Hours.NONE) ? text(hours) : "");
            if (!counted.equals(NOTHING)) {
                plain.put(Long.toUnsignedString(person), counted);
            }
        }
        // Whom nothing is told of here: people who only opened the program, and who have but arrivals to their name.
        agents.values().removeIf(NOTHING::equals);
        agents.keySet().removeIf(id -> !people.contains(Long.parseUnsignedLong(id)));
        assertThat(agents).as("what people are told").isEqualTo(plain);

        compareTodayInShops(actor, stretches, now);
        compareGroups(actor, stretches, from, now);
        assertThat(statistics
                        .look(actor, By.SHOPS, null, from.toString(), today.toString(), now)
                        .arrivals())
                .as("when buyers came, by one clock")
                .isEqualTo(arrivals(chats));
    }

    // Of days gone by a shop's hours are also those of whoever was credited with something there.
    private void compareTodayInShops(Actor actor, List<Stretch> stretches, Instant now) {
        for (var shop : directory.shops(actor.enterprise())) {
            var today = LocalDate.ofInstant(now, shop.zone());
            var hours = answering(actor, shop.id())
                    .map(member -> hours(stretches, member, today, today, shop.zone(), now))
                    .reduce(Hours.NONE, Hours::plus);
            assertThat(statistics
                            .look(actor, By.SHOPS, null, today.toString(), today.toString(), now)
                            .rows())
                    .filteredOn(row -> row.id().equals(shop.id().toString()))
                    .extracting(row -> text(row.sums()))
                    .as("whose hours of today are a shop's")
                    .containsExactly(text(hours));
        }
    }

    private void compareGroups(Actor actor, List<Stretch> stretches, LocalDate from, Instant now) {
        var today = LocalDate.ofInstant(now, TAIPEI);
        var plain = new TreeMap<String, String>();
        var grouped = new HashSet<Long>();
        for (var setup : groups.setups(actor.enterprise()).values()) {
            for (var group : setup.groups()) {
                var members = group.members().stream().map(MemberId::value).toList();
                grouped.addAll(members);
                if (!members.isEmpty()) {
                    plain.put(
                            group.id().toString(),
                            text(members.stream()
                                    .map(member -> hours(stretches, member, from, today, TAIPEI, now))
                                    .reduce(Hours.NONE, Hours::plus)));
                }
            }
        }
        var answering = answering(actor);
        var others = stretches.stream()
                .map(Stretch::member)
                .distinct()
                .filter(member -> !grouped.contains(member))
                .map(member -> hours(
                        stretches, member, from, answering.contains(member) ? today : today.minusDays(1), TAIPEI, now))
                .reduce(Hours.NONE, Hours::plus);
        var told = new TreeMap<String, String>();
        told.put("", text(Hours.NONE));
        statistics
                .look(actor, By.GROUPS, null, from.toString(), today.toString(), now)
                .rows()
                .forEach(row -> told.put(row.id(), text(row.sums())));
        plain.put("", text(others));
        assertThat(told).as("the hours of groups, and of no group").isEqualTo(plain);
    }

    private static List<List<Integer>> arrivals(List<Chat> chats) {
        var hours = chats.stream()
                .map(chat -> chat.opened().atZone(TAIPEI))
                .collect(groupingBy(at -> at.getDayOfWeek() + " " + at.getHour(), counting()));
        return Stream.of(DayOfWeek.values())
                .map(day -> IntStream.range(0, 24)
                        .mapToObj(
                                hour -> hours.getOrDefault(day + " " + hour, 0L).intValue())
                        .toList())
                .toList();
    }

    private Set<Long> answering(Actor actor) {
        return directory.shops(actor.enterprise()).stream()
                .flatMap(shop -> answering(actor, shop.id()))
                .collect(toSet());
    }

    private Stream<Long> answering(Actor actor, ShopId shop) {
        return directory.membersWith(actor.enterprise(), Permission.CHAT, shop).stream()
                .map(member -> member.id().value());
    }

    private static String text(Sums sums) {
        return sums.hours() == null ? "" : text(sums.hours());
    }

    private static String text(Hours hours) {
        return hours.online() + " " + hours.hidden();
    }

    private Map<String, Counted> told(
            Actor actor,
            By by,
            LocalDate from,
            LocalDate to,
            Instant now,
            java.util.function.Function<Statistics.Row, String> hours) {
        var told = statistics.look(actor, by, null, from.toString(), to.toString(), now);
        return told.rows().stream()
                .filter(row -> by == By.AGENTS || row.sums().tally().tellsSomething())
                .collect(toMap(
                        Statistics.Row::id,
                        row -> figures(row.sums(), by == By.SHOPS, hours.apply(row)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Counted figures(Sums sums, boolean arrivals, String hours) {
        var tally = sums.tally();
        return new Counted(
                tally.closedByHand(),
                tally.closedBySystem(),
                tally.unanswered(),
                arrivals ? tally.opened() : 0,
                arrivals ? tally.cameBack() : 0,
                arrivals ? tally.inTime() : 0,
                tally.forwardedOut(),
                tally.forwardedIn(),
                waits(tally, true),
                waits(tally, false),
                hours);
    }

    private static String waits(Tally tally, boolean first) {
        return (first ? tally.first() : tally.waits()).toString();
    }

    private static Counted counted(
            List<Chat> chats,
            Map<Long, List<Line>> lines,
            Predicate<@Nullable Long> whose,
            boolean arrivals,
            String hours) {
        var closed = chats.stream()
                .filter(it -> it.closed() != null && whose.test(it.owner()))
                .toList();
        var bySystem = closed.stream().filter(it -> isQuiet(it, lines)).count();
        var waits = chats.stream()
                .flatMap(chat -> waits(chat, lines.getOrDefault(chat.id(), List.of())))
                .filter(it -> whose.test(it.member()))
                .toList();
        // Time stands still between the steps of a story, and a moment holds one forward of a conversation.
        var forwards = chats.stream()
                .flatMap(chat -> lines.getOrDefault(chat.id(), List.of()).stream())
                .filter(it -> "FORWARDED".equals(it.notice()))
                .collect(toMap(it -> it.chat() + " " + it.at(), it -> it, (first, later) -> first))
                .values();
        return new Counted(
                (int) (closed.size() - bySystem),
                (int) bySystem,
                (int) closed.stream()
                        .filter(it -> it.state().equals("CLOSED_UNANSWERED"))
                        .count(),
                arrivals ? chats.size() : 0,
                arrivals
                        ? (int) chats.stream().filter(it -> cameBack(it, chats)).count()
                        : 0,
                arrivals
                        ? (int) waits.stream()
                                .filter(Wait::first)
                                .filter(it ->
                                        !it.ended().isAfter(it.chat().opened().plus(Duration.ofHours(12))))
                                .count()
                        : 0,
                (int) forwards.stream().filter(it -> whose.test(it.member())).count(),
                (int) forwards.stream().filter(it -> whose.test(it.recipient())).count(),
                seconds(waits.stream().filter(Wait::first)),
                seconds(waits.stream()),
                hours);
    }

    private static String seconds(Stream<Wait> waits) {
        return waits.map(Wait::seconds).sorted().toList().toString();
    }

    private static boolean isQuiet(Chat chat, Map<Long, List<Line>> lines) {
        return lines.getOrDefault(chat.id(), List.of()).stream()
                .map(Line::notice)
                .anyMatch(it -> "CLOSED_QUIET".equals(it) || "CLOSED_UNANSWERED".equals(it));
    }

    private static boolean cameBack(Chat chat, List<Chat> chats) {
        return chats.stream().anyMatch(it -> it.buyer() == chat.buyer() && it.id() < chat.id());
    }

    private static Stream<Wait> waits(Chat chat, List<Line> lines) {
        var waits = new ArrayList<Wait>();
        Instant since = null;
        for (var line : lines) {
            if (line.sender().equals("BUYER") && since == null) {
                since = line.at();
            } else if (line.sender().equals("AGENT")) {
                if (since != null) {
                    var seconds = Math.max(0, Duration.between(since, line.at()).toSeconds());
                    var member = Objects.requireNonNull(line.member());
                    waits.add(new Wait(chat, member, waits.isEmpty(), line.at(), (int) seconds));
                }
                since = null;
            }
        }
        return waits.stream();
    }

    private static Hours hours(List<Stretch> all, long member, LocalDate from, LocalDate to, ZoneId zone, Instant now) {
        var online = BigDecimal.ZERO.setScale(2);
        var hidden = BigDecimal.ZERO.setScale(2);
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            var begin = date.atStartOfDay(zone).toInstant();
            var end = date.plusDays(1).atStartOfDay(zone).toInstant();
            online = online.add(hours(all, member, "ONLINE", begin, end.isAfter(now) ? now : end));
            hidden = hidden.add(hours(all, member, "HIDDEN", begin, end.isAfter(now) ? now : end));
        }
        return new Hours(online, hidden);
    }

    private static BigDecimal hours(List<Stretch> all, long member, String state, Instant begin, Instant end) {
        var length = all.stream()
                .filter(it -> it.member() == member && it.state().equals(state))
                .sorted(Comparator.comparing(Stretch::from))
                .map(it -> Duration.between(
                        it.from().isBefore(begin) ? begin : it.from(),
                        it.until().isAfter(end) ? end : it.until()))
                .filter(Duration::isPositive)
                .reduce(Duration.ZERO, Duration::plus);
        return BigDecimal.valueOf(length.toNanos())
                .divide(BigDecimal.valueOf(Duration.ofHours(1).toNanos()), 2, RoundingMode.HALF_UP);
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Long id(ResultSet row, int column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? null : id;
    }
}
