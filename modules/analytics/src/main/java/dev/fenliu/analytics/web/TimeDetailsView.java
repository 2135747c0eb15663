package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Member;
import dev.fenliu.analytics.application.DetailsOfTime;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.DayHours;
import java.util.List;
import java.util.Optional;

/** What stands behind hours as the page shows it. */
record TimeDetailsView(DetailsOfTime details, DetailsAddress address, Part<DayHours> part) {
    private static final int SHOWN = 100;

    static TimeDetailsView of(DetailsOfTime details, DetailsAddress address) {
        var part = Part.of(details.days(), address.page(), SHOWN);
        return new TimeDetailsView(details, address.ofPage(part.number()), part);
    }

    public List<Behind> kinds() {
        return Behind.wholes().toList();
    }

    public int figure(Behind behind) {
        return details.figures().getOrDefault(behind, 0);
    }

    public String behind(Behind other) {
        return address.behind(other).path();
    }

    public String ofPage(int other) {
        return address.ofPage(other).time();
    }

    /** Where it is told when exactly they were there that day. */
    public String day(DayHours day) {
        return Link.to("/platform/performance/agents/" + day.member())
                .with("date", day.date())
                .with("shop", details.shop() == null ? null : details.shop().id())
                .toString();
    }

    public String name(DayHours day) {
        return Optional.ofNullable(details.people().get(day.member()))
                .map(Member::name)
                .orElse("");
    }

    /** The statistics whose figure it is. */
    public String statistics() {
        return address.statistics(details.by(), details.period());
    }
}
