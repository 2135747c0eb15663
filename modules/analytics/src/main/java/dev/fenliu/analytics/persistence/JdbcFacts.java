package dev.fenliu.analytics.persistence;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.DayArrivals;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.RoutingEvent;
import dev.fenliu.webchat.Arrivals.Arrival;
import dev.fenliu.webchat.WebchatEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFacts implements Facts {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcFacts(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void keep(WebchatEvent.ConversationClosed closing) {
        jdbc.sql("""
                        insert into analytics_closing
                            (conversation_id, enterprise_id, shop_id, member_id, at, by_system, unanswered, source)
                        values (:conversation, :enterprise, :shop, :member, :at, :bySystem, :unanswered, %s)
                        on duplicate key update conversation_id = values(conversation_id)""".formatted(SOURCE))
                .param("conversation", closing.conversation().value())
                .param("enterprise", closing.enterprise().value())
                .param("shop", closing.shop().value())
                .param("member", closing.owner().value())
                .param("at", closing.occurredAt())
                .param("bySystem", closing.bySystem())
                .param("unanswered", closing.unanswered())
                .update();
    }

    @Override
    public void keep(WebchatEvent.ConversationRated rating) {
        jdbc.sql("""
                        insert into analytics_rating (conversation_id, enterprise_id, shop_id, member_id, at, stars, source)
                        values (:conversation, :enterprise, :shop, :member, :at, :stars, %s)
                        on duplicate key update conversation_id = values(conversation_id)""".formatted(SOURCE))
                .param("conversation", rating.conversation().value())
                .param("enterprise", rating.enterprise().value())
                .param("shop", rating.shop().value())
                .param("member", rating.owner().value())
                .param("at", rating.occurredAt())
                .param("stars", rating.score())
                .update();
    }

    // Where the conversation of a fact started.
    private static final String SOURCE = """
            coalesce((select c.source from analytics_conversation c
                where c.conversation_id = :conversation and c.enterprise_id = :enterprise), 'OTHER')""";

    @Override
    public void keep(RoutingEvent.Assigned batch, List<Arrival> arrivals) {
        var byConversation = arrivals.stream().collect(toMap(Arrival::conversation, identity()));
        keepArrivals(batch, byConversation);
        batches.batchUpdate(
                """
                insert into analytics_assignment
                    (conversation_id, at, cause, reason, enterprise_id, shop_id, from_id, member_id, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update conversation_id = values(conversation_id)""",
                batch.assignments().stream()
                        .map(assignment -> new @Nullable Object[] {
                            assignment.conversation().value(),
                            batch.occurredAt(),
                            assignment.trigger().name(),
                            assignment.reason().name(),
                            batch.enterprise().value(),
                            assignment.shop().value(),
                            value(assignment.from()),
                            value(assignment.to()),
                            source(byConversation.get(assignment.conversation()))
                        })
                        .toList());
    }

    private void keepArrivals(RoutingEvent.Assigned batch, Map<ConversationId, Arrival> arrivals) {
        var rows = batch.assignments().stream()
                .flatMap(assignment -> Optional.ofNullable(arrivals.get(assignment.conversation()))
                        .map(arrival -> row(batch, arrival, assignment.to()))
                        .stream())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                insert into analytics_conversation (conversation_id, enterprise_id, shop_id, source, came_back, opened_at,
                    late_at, member_id, assigned_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update
                    member_id = if(answered_at is null and values(assigned_at) <= late_at,
                        coalesce(values(member_id), member_id), member_id),
                    assigned_at = greatest(assigned_at, values(assigned_at))""", rows);
    }

    private static @Nullable Object[] row(RoutingEvent.Assigned batch, Arrival arrival, @Nullable MemberId to) {
        return new @Nullable Object[] {
            arrival.conversation().value(),
            batch.enterprise().value(),
            arrival.shop().value(),
            arrival.source().name(),
            arrival.returning(),
            arrival.openedAt(),
            arrival.openedAt().plus(IN_TIME),
            value(to),
            batch.occurredAt()
        };
    }

    @Override
    public void keep(WebchatEvent.AgentReplied reply, WebchatEvent.Wait ended) {
        jdbc.sql("""
                        insert into analytics_reply (message_id, enterprise_id, shop_id, conversation_id, member_id, source,
                            at, seconds, first_reply)
                        values (:message, :enterprise, :shop, :conversation, :member, %s, :at, :seconds, :first)
                        on duplicate key update message_id = values(message_id)""".formatted(SOURCE))
                .param("message", reply.message().value())
                .param("enterprise", reply.enterprise().value())
                .param("shop", reply.shop().value())
                .param("conversation", reply.conversation().value())
                .param("member", reply.member().value())
                .param("at", reply.occurredAt())
                .param("seconds", seconds(ended, reply))
                .param("first", ended.first())
                .update();
        if (ended.first()) {
            jdbc.sql("""
                            update analytics_conversation
                            set member_id = if(:at <= late_at, :member, member_id), answered_at = :at,
                                answered_in_time = :at <= late_at
                            where conversation_id = :conversation and enterprise_id = :enterprise
                                and answered_at is null""")
                    .param("member", reply.member().value())
                    .param("at", reply.occurredAt())
                    .param("conversation", reply.conversation().value())
                    .param("enterprise", reply.enterprise().value())
                    .update();
        }
    }

    // Whoever waited for a lock may answer with an earlier time than the question has.
    private static int seconds(WebchatEvent.Wait ended, WebchatEvent.AgentReplied reply) {
        return Math.clamp(Duration.between(ended.since(), reply.occurredAt()).toSeconds(), 0, Integer.MAX_VALUE);
    }

    @Override
    public List<Counted> on(EnterpriseId enterprise, Day day) {
        return counted(enterprise, day, "source", "");
    }

    @Override
    public List<Counted> shown(EnterpriseId enterprise, Day day) {
        return counted(enterprise, day, "null", "and first_reply");
    }

    private List<Counted> counted(EnterpriseId enterprise, Day day, String source, String replies) {
        // Each kind is summed by itself: all of them in one temporary table take almost twice as long.
        var counted = jdbc.sql("""
                        select shop_id, member_id, %1$s, sum(1 - by_system), sum(by_system), sum(unanswered), 0, 0, 0, 0, 0,
                            0, 0
                        from analytics_closing where enterprise_id = :enterprise and at >= :from and at < :until
                        group by 1, 2, 3
                        union all
                        select shop_id, member_id, %1$s, 0, 0, 0, count(*), sum(came_back), sum(answered_in_time), 0, 0, 0, 0
                        from analytics_conversation
                        where enterprise_id = :enterprise and opened_at >= :from and opened_at < :until
                        group by 1, 2, 3
                        union all
                        select shop_id, from_id, %1$s, 0, 0, 0, 0, 0, 0, count(*), 0, 0, 0 from analytics_assignment
                        where enterprise_id = :enterprise and cause = 'FORWARDED' and at >= :from and at < :until
                        group by 1, 2, 3
                        union all
                        select shop_id, member_id, %1$s, 0, 0, 0, 0, 0, 0, 0, count(*), 0, 0 from analytics_assignment
                        where enterprise_id = :enterprise and cause = 'FORWARDED' and at >= :from and at < :until
                        group by 1, 2, 3
                        union all
                        select shop_id, member_id, %1$s, 0, 0, 0, 0, 0, 0, 0, 0, count(*), sum(stars) from analytics_rating
                        where enterprise_id = :enterprise and at >= :from and at < :until
                        group by 1, 2, 3""".formatted(source))
                .param("enterprise", enterprise.value())
                .param("from", day.begins())
                .param("until", day.ends())
                .query((row, _) -> Rows.counted(row, day))
                .list();
        return Rows.withWaits(
                counted,
                jdbc.sql("""
                        select shop_id, member_id, %s, first_reply, seconds from analytics_reply
                        where enterprise_id = ? and at >= ? and at < ? %s""".formatted(source, replies))
                        .params(enterprise.value(), day.begins(), day.ends())
                        .query((row, _) -> Rows.wait(row))
                        .list(),
                day);
    }

    @Override
    public List<DayArrivals> arrivals(EnterpriseId enterprise, Day day) {
        // The hours are those of the local clocks, which the database does not know.
        var byHour = jdbc
                .sql("""
                        select shop_id, opened_at from analytics_conversation
                        where enterprise_id = ? and opened_at >= ? and opened_at < ?""")
                .params(enterprise.value(), day.begins(), day.ends())
                .query((row, _) -> new ShopHour(new ShopId(row.getLong(1)), day.hourAt(Rows.instant(row, 2))))
                .list()
                .stream()
                .collect(groupingBy(identity(), summingInt(it -> 1)));
        return byHour.entrySet().stream()
                .map(it -> new DayArrivals(
                        day.date(), it.getKey().shop(), it.getKey().hour(), it.getValue()))
                .toList();
    }

    private record ShopHour(ShopId shop, int hour) {}

    @Override
    public Map<Reason, Integer> reasons(
            EnterpriseId enterprise, MemberId member, Instant from, Instant until, Collection<ShopId> shops) {
        var reasons = new LinkedHashMap<Reason, Integer>();
        if (shops.isEmpty()) {
            return reasons;
        }
        jdbc.sql("""
                        select reason, count(*) as times from analytics_assignment
                        where enterprise_id = :enterprise and member_id = :member and at >= :from and at < :until
                            and shop_id in (:shops)
                        group by reason order by times desc, reason""")
                .param("enterprise", enterprise.value())
                .param("member", member.value())
                .param("from", from)
                .param("until", until)
                .param("shops", shops.stream().map(ShopId::value).toList())
                .query(row -> {
                    reasons.put(Reason.valueOf(row.getString(1)), row.getInt(2));
                });
        return reasons;
    }

    // Whatever is counted for somebody had gone to them, or is one of these.
    @Override
    public boolean any(
            EnterpriseId enterprise, MemberId member, Instant from, Instant until, Collection<ShopId> shops) {
        return !shops.isEmpty()
                && jdbc.sql(Stream.of("assignment", "reply", "closing", "rating")
                                .map("""
                        (select 1 from analytics_%s
                        where enterprise_id = :enterprise and member_id = :member and at >= :from and at < :until
                            and shop_id in (:shops) limit 1)"""::formatted)
                                .collect(joining("\nunion all\n", "", "\nlimit 1")))
                        .param("enterprise", enterprise.value())
                        .param("member", member.value())
                        .param("from", from)
                        .param("until", until)
                        .param("shops", shops.stream().map(ShopId::value).toList())
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    @Override
    public Optional<Instant> first(EnterpriseId enterprise) {
        return jdbc.sql("""
                        select opened_at from analytics_conversation where enterprise_id = ?
                        order by opened_at limit 1""")
                .param(enterprise.value())
                .query((row, _) -> Rows.instant(row, 1))
                .optional();
    }

    private static @Nullable Long value(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }

    private static String source(@Nullable Arrival arrival) {
        return (arrival == null ? ChatSource.OTHER : arrival.source()).name();
    }
}
