package dev.fenliu.analytics.persistence;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.Credited;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Deed.Kind;
import dev.fenliu.analytics.domain.Deeds;
import dev.fenliu.analytics.domain.Excerpt;
import dev.fenliu.analytics.domain.Reach;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeeds implements Deeds {
    private final JdbcClient jdbc;

    JdbcDeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where the facts of a kind are kept.
     *
     * @param key the columns of the index by time that come after the time: ordered by all of them, a part of a long list
     *     is read from the index and no two parts overlap
     */
    private record Place(
            String table,
            String at,
            String who,
            String seconds,
            String stars,
            String aside,
            String missed,
            String key) {
        static Place of(Kind kind) {
            return switch (kind) {
                case OPENED ->
                    new Place(
                            "analytics_conversation",
                            "opened_at",
                            "member_id",
                            "0",
                            "0",
                            "came_back",
                            "not answered_in_time",
                            "shop_id, member_id, source, came_back, answered_in_time, conversation_id");
                case REPLIED ->
                    new Place(
                            "analytics_reply",
                            "at",
                            "member_id",
                            "seconds",
                            "0",
                            "first_reply",
                            "false",
                            "shop_id, member_id, source, first_reply, seconds, conversation_id, message_id");
                case CLOSED ->
                    new Place(
                            "analytics_closing",
                            "at",
                            "member_id",
                            "0",
                            "0",
                            "by_system",
                            "unanswered",
                            "shop_id, member_id, source, by_system, unanswered, conversation_id");
                case FORWARDED_IN -> forwards("member_id");
                case FORWARDED_OUT -> forwards("from_id");
                case RATED ->
                    new Place(
                            "analytics_rating",
                            "at",
                            "member_id",
                            "0",
                            "stars",
                            "false",
                            "false",
                            "shop_id, member_id, source, stars, conversation_id");
            };
        }

        private static Place forwards(String who) {
            return new Place(
                    "analytics_assignment",
                    "at",
                    who,
                    "0",
                    "0",
                    "false",
                    "false",
                    "shop_id, from_id, member_id, source, conversation_id, reason");
        }

        String select(Kind kind, Credited credited) {
            var forwards = kind == Kind.FORWARDED_IN || kind == Kind.FORWARDED_OUT;
            // Only one person's are found by the person; else the index by time holds all that is asked for.
            var index = credited instanceof Credited.Only(var member) && member != null
                    ? ""
                    : " force index (%s_by_time)".formatted(table);
            return """
                    select '%s' as kind, conversation_id, shop_id, %s as who, source, %s as at, %s as seconds, %s as stars,
                        %s as aside, %s as missed
                    from %s%s where enterprise_id = :enterprise%s""".formatted(
                            kind.name(),
                            who,
                            at,
                            seconds,
                            stars,
                            aside,
                            missed,
                            table,
                            index,
                            forwards ? " and cause = 'FORWARDED'" : "");
        }

        String order(Excerpt.Order order) {
            var first = switch (order) {
                case NEWEST -> "";
                case LONGEST -> "seconds desc, ";
                case LOWEST -> "stars, ";
            };
            return first
                    + Stream.concat(Stream.of(at), Stream.of(key.split(", ")))
                            .map(column -> column + " desc")
                            .collect(joining(", "));
        }
    }

    @Override
    public List<Deed> all(EnterpriseId enterprise, Reach reach) {
        if (reach.spans().isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>();
        var sql = Stream.of(Kind.values())
                .map(kind -> {
                    var place = Place.of(kind);
                    return place.select(kind, reach.credited()) + within(reach, place, parameters);
                })
                .collect(joining("\nunion all\n", "", "\norder by at desc, conversation_id, kind"));
        return read(enterprise, sql, parameters);
    }

    @Override
    public List<Deed> some(EnterpriseId enterprise, Reach reach, Behind behind, Excerpt excerpt) {
        if (reach.spans().isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("most", excerpt.most());
        parameters.put("skip", excerpt.skip());
        var place = Place.of(behind.kind());
        return read(
                enterprise,
                place.select(behind.kind(), reach.credited())
                        + within(reach, place, parameters)
                        + flag(place.aside(), behind.aside())
                        + flag(place.missed(), behind.missed())
                        + "\norder by " + place.order(excerpt.order()) + " limit :most offset :skip",
                parameters);
    }

    private static String flag(String column, @Nullable Boolean wanted) {
        return wanted == null ? "" : " and (%s) = %s".formatted(column, wanted);
    }

    private static String within(Reach reach, Place place, Map<String, Object> parameters) {
        return spans(reach.spans(), place, parameters)
                + Conditions.credited(reach.credited(), place.who(), parameters)
                + from(reach.source(), parameters);
    }

    private static String spans(List<Reach.Span> spans, Place place, Map<String, Object> parameters) {
        parameters.put(
                "from",
                spans.stream().map(Reach.Span::from).min(Instant::compareTo).orElseThrow());
        parameters.put(
                "until",
                spans.stream().map(Reach.Span::until).max(Instant::compareTo).orElseThrow());
        var each = IntStream.range(0, spans.size())
                .mapToObj(number -> {
                    var span = spans.get(number);
                    parameters.put("shops" + number, shops(span.shops()));
                    parameters.put("from" + number, span.from());
                    parameters.put("until" + number, span.until());
                    return "shop_id in (:shops%1$d) and %2$s >= :from%1$d and %2$s < :until%1$d"
                            .formatted(number, place.at());
                })
                .collect(joining(" or "));
        return "\nand %1$s >= :from and %1$s < :until and (%2$s)".formatted(place.at(), each);
    }

    private static String from(@Nullable ChatSource source, Map<String, Object> parameters) {
        if (source == null) {
            return "";
        }
        parameters.put("source", source.name());
        return "\nand source = :source";
    }

    private static List<Long> shops(Collection<ShopId> shops) {
        return shops.stream().map(ShopId::value).toList();
    }

    private List<Deed> read(EnterpriseId enterprise, String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .param("enterprise", enterprise.value())
                .query((row, _) -> deed(row))
                .list();
    }

    private static Deed deed(ResultSet row) throws SQLException {
        return new Deed(
                Kind.valueOf(row.getString(1)),
                new ConversationId(row.getLong(2)),
                new ShopId(row.getLong(3)),
                Rows.member(row, 4),
                ChatSource.valueOf(row.getString(5)),
                Rows.instant(row, 6),
                row.getInt(7),
                row.getInt(8),
                row.getBoolean(9),
                row.getBoolean(10));
    }
}
