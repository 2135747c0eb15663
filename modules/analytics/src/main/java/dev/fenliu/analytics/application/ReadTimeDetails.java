package dev.fenliu.analytics.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Shop;
import dev.fenliu.analytics.application.Attendance.Spent;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Credited;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.DayHours;
import dev.fenliu.analytics.domain.Face;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.UnknownRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what stands behind hours of the statistics: whose they are, day by day (rules 8). */
@Service
public class ReadTimeDetails {
    private static final Comparator<DayHours> ORDER = Comparator.comparing(DayHours::date)
            .thenComparing(it -> it.hours().online())
            .thenComparing(it -> it.hours().hidden())
            .reversed();

    private final FollowRows rows;
    private final History history;
    private final Directory directory;

    ReadTimeDetails(FollowRows rows, History history, Directory directory) {
        this.rows = rows;
        this.history = history;
        this.directory = directory;
    }

    @Transactional(readOnly = true)
    public DetailsOfTime look(Actor actor, DetailsWish wish, Instant now) {
        var row = rows.of(actor, wish, now);
        if (row.by() == By.SOURCES) {
            throw new UnknownRow();
        }
        var figures = history.counts(actor.enterprise(), row, now);
        rows.requireKnown(actor, row, figures);
        var attendance = Attendance.of(actor, row.scope(), directory);
        var days = new ArrayList<DayHours>();
        var shops = row.scope().shops().stream().map(Shop::id).collect(toSet());
        var today = Day.at(now, row.scope().home()).date();
        history.read(
                actor.enterprise(),
                row.scope().home(),
                row.period(),
                Face.PEOPLE,
                shops,
                now,
                day -> Attendance.in(day, today)
                        .filter(spent -> counts(row, attendance, spent))
                        .map(Spent::worked)
                        .forEach(days::add));
        days.sort(ORDER);
        return new DetailsOfTime(
                row.by(),
                row.about(),
                row.scope().only(),
                row.period(),
                figures,
                days.stream().map(DayHours::hours).reduce(Hours.NONE, Hours::plus),
                List.copyOf(days),
                directory.members(actor.enterprise()).stream().collect(toMap(Member::id, identity())));
    }

    private static boolean counts(FollowedRow row, Attendance attendance, Spent spent) {
        return switch (row.credited()) {
            case Credited.Anybody _ -> attendance.counts(spent);
            case Credited.Only(var member) -> spent.member().equals(member) && attendance.counts(spent);
            case Credited.Grouped grouped -> grouped.includes(spent.member());
            case Credited.Ungrouped(var grouped) -> !grouped.includes(spent.member()) && attendance.counts(spent);
        };
    }
}
