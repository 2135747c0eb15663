package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Days that are over, put together once so that a year is read as quickly as a week. Made from facts alone. */
public interface RollUps {
    /** Every enterprise that has facts. */
    List<EnterpriseId> enterprises();

    /** The first day that is not put together yet; empty if none ever was. */
    Optional<LocalDate> nextDay(EnterpriseId enterprise, ZoneId zone);

    /** The same, locked until the transaction ends; empty if none ever was, or if another instance is at it. */
    Optional<LocalDate> lockNextDay(EnterpriseId enterprise, ZoneId zone);

    /** Begins with that day, unless it has begun already. */
    void begin(EnterpriseId enterprise, ZoneId zone, LocalDate first);

    /** Begins anew, with that day. */
    void beginAnew(EnterpriseId enterprise, LocalDate first);

    /** Keeps that day, in the place of whatever was kept of it, and moves on to the next. */
    void keep(EnterpriseId enterprise, Day day, DayFigures figures);

    /** What was counted on those days in those shops. */
    List<Counted> counted(EnterpriseId enterprise, ZoneId zone, Period period, Face face, Collection<ShopId> shops);

    /** How many facts there are behind each figure of those days, in these shops of those meant. One row is read. */
    Map<Behind, Integer> counts(
            EnterpriseId enterprise, ZoneId zone, Period period, Reach reach, Collection<ShopId> shops);

    List<DayHours> hours(EnterpriseId enterprise, ZoneId zone, Period period);

    List<DayArrivals> arrivals(EnterpriseId enterprise, ZoneId zone, Period period, Collection<ShopId> shops);
}
