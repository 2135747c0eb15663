package dev.fenliu.analytics.persistence;

import static java.util.stream.Collectors.groupingBy;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Waits;
import dev.fenliu.chatgroups.ChatSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How counted rows become what they stand for. */
final class Rows {
    /** What a count belongs to. */
    record Place(
            ShopId shop,
            @Nullable MemberId member,
            @Nullable ChatSource source) {}

    /** One wait that an answer ended. */
    record Wait(Place place, boolean first, int seconds) {}

    private Rows() {}

    static Counted counted(ResultSet row, Day day) throws SQLException {
        return new Counted(
                day.date(),
                new ShopId(row.getLong(1)),
                member(row, 2),
                source(row),
                new Tally(
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12),
                        row.getInt(13),
                        Waits.NONE,
                        Waits.NONE));
    }

    static Wait wait(ResultSet row) throws SQLException {
        return new Wait(
                new Place(new ShopId(row.getLong(1)), new MemberId(row.getLong(2)), source(row)),
                row.getBoolean(4),
                row.getInt(5));
    }

    // Absent where sources are put together.
    private static @Nullable ChatSource source(ResultSet row) throws SQLException {
        var code = row.getString(3);
        return code == null ? null : ChatSource.valueOf(code);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static @Nullable MemberId member(ResultSet row, int column) throws SQLException {
        var id = row.getLong(column);
        return id == 0 ? null : new MemberId(id);
    }

    /** The counts, and beside them one row for the waits of each place. */
    static List<Counted> withWaits(List<Counted> counted, List<Wait> waits, Day day) {
        var all = new ArrayList<>(counted);
        waits.stream()
                .collect(groupingBy(Wait::place))
                .forEach((place, there) -> all.add(new Counted(
                        day.date(),
                        place.shop(),
                        place.member(),
                        place.source(),
                        Tally.replies(seconds(there.stream().filter(Wait::first).toList()), seconds(there)))));
        return all;
    }

    private static Waits seconds(List<Wait> waits) {
        return Waits.of(waits.stream().mapToInt(Wait::seconds).toArray());
    }
}
