package dev.fenliu.analytics.persistence;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.DayArrivals;
import dev.fenliu.analytics.domain.DayFigures;
import dev.fenliu.analytics.domain.DayHours;
import dev.fenliu.analytics.domain.Face;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Reach;
import dev.fenliu.analytics.domain.RollUps;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Waits;
import dev.fenliu.chatgroups.ChatSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRollUps implements RollUps {
    // In the place of a source where people are told apart, and of a person where sources are.
    private static final String NO_SOURCE = "";
    private static final String SOURCES = Stream.concat(
                    Stream.of(NO_SOURCE), Stream.of(ChatSource.values()).map(ChatSource::name))
            .map("'%s'"::formatted)
            .collect(joining(", "));
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcRollUps(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public List<EnterpriseId> enterprises() {
        return jdbc.sql("select /* of every enterprise */ distinct enterprise_id from analytics_conversation")
                .query((row, _) -> new EnterpriseId(row.getLong(1)))
                .list();
    }

    @Override
    public Optional<LocalDate> nextDay(EnterpriseId enterprise, ZoneId zone) {
        return jdbc.sql("select next_day from analytics_rolled where enterprise_id = ? and zone = ?")
                .params(enterprise.value(), zone.getId())
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Optional<LocalDate> lockNextDay(EnterpriseId enterprise, ZoneId zone) {
        return jdbc.sql("""
                        select next_day from analytics_rolled where enterprise_id = ? and zone = ?
                        for update skip locked""")
                .params(enterprise.value(), zone.getId())
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public void begin(EnterpriseId enterprise, ZoneId zone, LocalDate first) {
        jdbc.sql("""
                        insert into analytics_rolled (enterprise_id, zone, next_day) values (?, ?, ?)
                        on duplicate key update enterprise_id = values(enterprise_id)""").params(enterprise.value(), zone.getId(), first).update();
    }

    @Override
    public void beginAnew(EnterpriseId enterprise, LocalDate first) {
        jdbc.sql("update analytics_rolled set next_day = least(next_day, ?) where enterprise_id = ?")
                .params(first, enterprise.value())
                .update();
    }

    @Override
    public void keep(EnterpriseId enterprise, Day day, DayFigures figures) {
        // With the sources named, the key leads to the day; without, all days would be read.
        forget(
                "delete from analytics_day where enterprise_id = ? and zone = ? and day = ? and source in (%s)"
                        .formatted(SOURCES),
                enterprise,
                day);
        forget("delete from analytics_day_hours where enterprise_id = ? and zone = ? and day = ?", enterprise, day);
        forget("delete from analytics_day_arrivals where enterprise_id = ? and zone = ? and day = ?", enterprise, day);
        for (var face : Face.values()) {
            keep(enterprise, day, face.of(figures.counted()));
        }
        keepHours(enterprise, day, figures.hours());
        keepArrivals(enterprise, day, figures.arrivals());
        jdbc.sql("update analytics_rolled set next_day = ? where enterprise_id = ? and zone = ?")
                .params(day.date().plusDays(1), enterprise.value(), day.zone().getId())
                .update();
    }

    private void forget(String sql, EnterpriseId enterprise, Day day) {
        jdbc.sql(sql).params(enterprise.value(), day.zone().getId(), day.date()).update();
    }

    private void keep(EnterpriseId enterprise, Day day, List<Counted> counted) {
        batch(
                """
                insert into analytics_day (enterprise_id, zone, source, day, shop_id, member_id, closed_by_hand,
                    closed_by_system, unanswered, opened, came_back, in_time, forwarded_out, forwarded_in, ratings, stars, first_waits,
                    waits)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                counted.stream()
                        .map(it -> new Object[] {
                            enterprise.value(),
                            day.zone().getId(),
                            it.source() == null ? NO_SOURCE : it.source().name(),
                            day.date(),
                            it.shop().value(),
                            it.member() == null ? NOBODY : it.member().value(),
                            it.tally().closedByHand(),
                            it.tally().closedBySystem(),
                            it.tally().unanswered(),
                            it.tally().opened(),
                            it.tally().cameBack(),
                            it.tally().inTime(),
                            it.tally().forwardedOut(),
                            it.tally().forwardedIn(),
                            it.tally().ratings(),
                            it.tally().stars(),
                            it.tally().first().bytes(),
                            it.tally().waits().bytes()
                        })
                        .toList());
    }

    private void keepHours(EnterpriseId enterprise, Day day, List<DayHours> hours) {
        batch(
                """
                insert into analytics_day_hours (enterprise_id, zone, day, member_id, online, hidden)
                values (?, ?, ?, ?, ?, ?)""",
                hours.stream()
                        .map(it -> new Object[] {
                            enterprise.value(),
                            day.zone().getId(),
                            day.date(),
                            it.member().value(),
                            it.hours().online(),
                            it.hours().hidden()
                        })
                        .toList());
    }

    private void keepArrivals(EnterpriseId enterprise, Day day, List<DayArrivals> arrivals) {
        batch(
                """
                insert into analytics_day_arrivals (enterprise_id, zone, day, shop_id, hour, conversations)
                values (?, ?, ?, ?, ?, ?)""",
                arrivals.stream()
                        .map(it -> new Object[] {
                            enterprise.value(),
                            day.zone().getId(),
                            day.date(),
                            it.shop().value(),
                            it.hour(),
                            it.conversations()
                        })
                        .toList());
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
    }

    @Override
    public List<Counted> counted(
            EnterpriseId enterprise, ZoneId zone, Period period, Face face, Collection<ShopId> shops) {
        var sources = face == Face.PEOPLE
                ? List.of(NO_SOURCE)
                : List.of(ChatSource.values()).stream().map(Enum::name).toList();
        return jdbc
                .sql("""
                        select day, shop_id, member_id, source, closed_by_hand, closed_by_system, unanswered, opened,
                            came_back, in_time, forwarded_out, forwarded_in, ratings, stars, first_waits, waits
                        from analytics_day
                        where enterprise_id = :enterprise and zone = :zone and source in (:sources)
                            and day between :from and :to""")
                .param("enterprise", enterprise.value())
                .param("zone", zone.getId())
                .param("sources", sources)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, _) -> counted(row))
                .list()
                .stream()
                .filter(it -> shops.contains(it.shop()))
                .toList();
    }

    private static Counted counted(ResultSet row) throws SQLException {
        var source = row.getString(4);
        return new Counted(
                row.getObject(1, LocalDate.class),
                new ShopId(row.getLong(2)),
                Rows.member(row, 3),
                source.isEmpty() ? null : ChatSource.valueOf(source),
                new Tally(
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12),
                        row.getInt(13),
                        row.getInt(14),
                        Waits.from(row.getBytes(15)),
                        Waits.from(row.getBytes(16))));
    }

    @Override
    public Map<Behind, Integer> counts(
            EnterpriseId enterprise, ZoneId zone, Period period, Reach reach, Collection<ShopId> shops) {
        var counts = new EnumMap<Behind, Integer>(Behind.class);
        if (shops.isEmpty()) {
            return counts;
        }
        var figures = List.of(Behind.values());
        var parameters = new HashMap<String, Object>();
        parameters.put("enterprise", enterprise.value());
        parameters.put("zone", zone.getId());
        parameters.put(
                "source", reach.source() == null ? NO_SOURCE : reach.source().name());
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        parameters.put("shops", shops.stream().map(ShopId::value).toList());
        jdbc.sql("""
                        select %s from analytics_day
                        where enterprise_id = :enterprise and zone = :zone and source = :source
                            and day between :from and :to and shop_id in (:shops)%s""".formatted(
                                figures.stream()
                                        .map(figure -> "coalesce(sum(%s), 0)".formatted(sum(figure)))
                                        .collect(joining(", ")),
                                Conditions.credited(reach.credited(), "nullif(member_id, 0)", parameters)))
                .params(parameters)
                .query(row -> {
                    for (var figure : figures) {
                        counts.put(figure, row.getInt(figures.indexOf(figure) + 1));
                    }
                });
        return counts;
    }

    private static String sum(Behind figure) {
        return switch (figure) {
            case OPENED -> "opened";
            case NEW -> "opened - came_back";
            case RETURNING -> "came_back";
            case LATE -> "opened - in_time";
            // Every wait is four bytes.
            case REPLIED -> "length(waits) div 4";
            case FIRST -> "length(first_waits) div 4";
            case CLOSED -> "closed_by_hand + closed_by_system";
            case BY_HAND -> "closed_by_hand";
            case BY_SYSTEM -> "closed_by_system";
            case UNANSWERED -> "unanswered";
            case FORWARDED_IN -> "forwarded_in";
            case FORWARDED_OUT -> "forwarded_out";
            case RATED -> "ratings";
        };
    }

    @Override
    public List<DayHours> hours(EnterpriseId enterprise, ZoneId zone, Period period) {
        return jdbc.sql("""
                        select day, member_id, online, hidden from analytics_day_hours
                        where enterprise_id = ? and zone = ? and day between ? and ?""")
                .params(enterprise.value(), zone.getId(), period.from(), period.to())
                .query((row, _) -> new DayHours(
                        row.getObject(1, LocalDate.class),
                        new MemberId(row.getLong(2)),
                        new Hours(row.getBigDecimal(3), row.getBigDecimal(4))))
                .list();
    }

    @Override
    public List<DayArrivals> arrivals(EnterpriseId enterprise, ZoneId zone, Period period, Collection<ShopId> shops) {
        return jdbc
                .sql("""
                        select day, shop_id, hour, conversations from analytics_day_arrivals
                        where enterprise_id = ? and zone = ? and day between ? and ?""")
                .params(enterprise.value(), zone.getId(), period.from(), period.to())
                .query((row, _) -> new DayArrivals(
                        row.getObject(1, LocalDate.class), new ShopId(row.getLong(2)), row.getInt(3), row.getInt(4)))
                .list()
                .stream()
                .filter(it -> shops.contains(it.shop()))
                .toList();
    }
}
