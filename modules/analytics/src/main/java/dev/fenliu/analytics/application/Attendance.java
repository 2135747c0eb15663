package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.DayFigures;
import dev.fenliu.analytics.domain.DayHours;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose hours count, and where (rules 8). Who might answer where on a day gone by is not kept: whoever may now did, and
 * whoever had something to do there. Of today it is known, and the live dashboard counts the same.
 *
 * @param only whose alone do; null for everybody's
 * @param whole whether all shops are looked at, so that whatever people did belongs to them
 * @param answering those who may answer, by shop
 */
record Attendance(@Nullable MemberId only, boolean whole, Map<ShopId, Set<MemberId>> answering) {
    static Attendance of(Actor actor, Scope scope, Directory directory) {
        var only = scope.onlyOwn() ? actor.me() : null;
        return new Attendance(
                only,
                scope.whole(),
                scope.shops().stream()
                        .map(Shop::id)
                        .collect(toMap(
                                shop -> shop,
                                shop -> directory.membersWith(actor.enterprise(), Permission.CHAT, shop).stream()
                                        .map(Member::id)
                                        .filter(member -> only == null || only.equals(member))
                                        .collect(toSet()))));
    }

    /**
     * Somebody's hours of a day.
     *
     * @param over whether that day is gone by
     * @param busy the shops in which they had something to account for, if it is
     */
    record Spent(DayHours worked, boolean over, Set<ShopId> busy) {
        MemberId member() {
            return worked.member();
        }
    }

    static Stream<Spent> in(DayFigures figures, LocalDate today) {
        var busy = figures.busy();
        return figures.hours().stream()
                .map(worked -> worked.date().isBefore(today)
                        ? new Spent(worked, true, busy.getOrDefault(worked.when(), Set.of()))
                        : new Spent(worked, false, Set.of()));
    }

    boolean counts(Spent spent, ShopId shop) {
        return answering.getOrDefault(shop, Set.of()).contains(spent.member())
                || spent.busy().contains(shop);
    }

    /** Whether they count anywhere: once, in however many shops. */
    boolean counts(Spent spent) {
        return only == null
                ? (whole && spent.over()) || !spent.busy().isEmpty() || answersSomewhere(spent.member())
                : only.equals(spent.member());
    }

    boolean answersSomewhere(MemberId member) {
        return answering.values().stream().anyMatch(it -> it.contains(member));
    }
}
