package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.Counted;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.DayFigures;
import dev.fenliu.analytics.domain.Face;
import dev.fenliu.analytics.domain.Facts;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.RollUps;
import dev.fenliu.routing.Desks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads days gone by: from roll-ups where there are some, else from the facts that roll-ups are made of. */
@Component
class History {
    private final RollUps rollUps;
    private final Facts facts;
    private final Desks desks;
    private final Directory directory;

    History(RollUps rollUps, Facts facts, Desks desks, Directory directory) {
        this.rollUps = rollUps;
        this.facts = facts;
        this.desks = desks;
        this.directory = directory;
    }

    /** Hands over the figures of these days, a month at most at once, so that a year is never in memory as a whole. */
    void read(
            EnterpriseId enterprise,
            ZoneId zone,
            Period period,
            Face face,
            Set<ShopId> shops,
            Instant now,
            Consumer<DayFigures> to) {
        var next = rollUps.nextDay(enterprise, zone).orElseGet(() -> first(enterprise, zone));
        for (var piece : period.pieces()) {
            if (piece.from().isBefore(next)) {
                to.accept(new DayFigures(
                        rollUps.counted(enterprise, zone, piece, face, shops).stream()
                                .filter(it -> it.date().isBefore(next))
                                .toList(),
                        rollUps.hours(enterprise, zone, piece).stream()
                                .filter(it -> it.date().isBefore(next))
                                .toList(),
                        rollUps.arrivals(enterprise, zone, piece, shops).stream()
                                .filter(it -> it.date().isBefore(next))
                                .toList()));
            }
        }
        period.days().filter(date -> !date.isBefore(next)).forEach(date -> {
            var made = make(enterprise, new Day(date, zone), shops, now);
            to.accept(new DayFigures(face.of(made.counted()), made.hours(), made.arrivals()));
        });
    }

    /** How many facts there are behind each figure of that row, without reading how long each of them took. */
    Map<Behind, Integer> counts(EnterpriseId enterprise, FollowedRow row, Instant now) {
        var counts = new EnumMap<Behind, Integer>(Behind.class);
        var reach = row.reach();
        var period = row.period();
        row.zones().forEach((zone, shops) -> {
            var next = rollUps.nextDay(enterprise, zone).orElseGet(() -> first(enterprise, zone));
            if (period.from().isBefore(next)) {
                var rolled = new Period(period.from(), period.to().isBefore(next) ? period.to() : next.minusDays(1));
                rollUps.counts(enterprise, zone, rolled, reach, shops)
                        .forEach((figure, count) -> counts.merge(figure, count, Integer::sum));
            }
            period.days()
                    .filter(date -> !date.isBefore(next))
                    .forEach(date -> made(enterprise, new Day(date, zone), row, now)
                            .filter(it -> shops.contains(it.shop()) && reach.includes(it))
                            .forEach(it -> Stream.of(Behind.values())
                                    .forEach(figure -> counts.merge(figure, figure.figure(it.tally()), Integer::sum))));
        });
        return counts;
    }

    private Stream<Counted> made(EnterpriseId enterprise, Day day, FollowedRow row, Instant now) {
        if (day.begins().isAfter(now)) {
            return Stream.empty();
        }
        var face = row.source() == null ? Face.PEOPLE : Face.SOURCES;
        return face.of(facts.on(enterprise, day)).stream();
    }

    /** Puts one day together from the facts. */
    DayFigures make(EnterpriseId enterprise, Day day, Collection<ShopId> shops, Instant now) {
        if (day.begins().isAfter(now)) {
            return new DayFigures(List.of(), List.of(), List.of());
        }
        return DayFigures.of(
                day,
                shops,
                facts.on(enterprise, day),
                desks.stretches(enterprise, day.begins(), day.ends().isAfter(now) ? now : day.ends()),
                facts.arrivals(enterprise, day));
    }

    /** The first day of which there can be anything. */
    LocalDate first(EnterpriseId enterprise, ZoneId zone) {
        var opened = directory.mainAccount(enterprise).createdAt();
        var first = facts.first(enterprise).filter(opened::isAfter).orElse(opened);
        return Day.at(first, zone).date();
    }

    /** The zones in which days of the enterprise are counted: its own, and those of its shops. */
    Set<ZoneId> zones(EnterpriseId enterprise) {
        return Stream.concat(
                        Stream.of(directory.enterprise(enterprise).zone()),
                        directory.shops(enterprise).stream().map(Shop::zone))
                .collect(Collectors.toSet());
    }

    /** The shops whose days are counted in that zone: all in the enterprise's own, elsewhere those that are there. */
    Set<ShopId> shopsIn(EnterpriseId enterprise, ZoneId zone) {
        var home = directory.enterprise(enterprise).zone().equals(zone);
        return directory.shops(enterprise).stream()
                .filter(shop -> home || shop.zone().equals(zone))
                .map(Shop::id)
                .collect(Collectors.toSet());
    }
}
