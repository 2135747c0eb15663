package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Member;
import dev.fenliu.analytics.application.Details;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Excerpt.Order;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind a figure as the page shows it. */
record DetailsView(Details details, DetailsAddress address, Part<DeedLine> part) {
    static final int SHOWN = 100;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** How many facts come before a part, of so many; before the last part if there are not so many parts. */
    static int skip(int page, int found) {
        return (Math.clamp(page, 1, Math.max(1, Math.ceilDiv(found, SHOWN))) - 1) * SHOWN;
    }

    static DetailsView of(Details details, DetailsAddress address) {
        var excerpt = details.excerpt();
        var number = excerpt.skip() / excerpt.most() + 1;
        return new DetailsView(
                details,
                address.ofPage(number),
                new Part<>(
                        number,
                        excerpt.skip() + 1,
                        details.deeds().stream().map(it -> line(details, it)).toList(),
                        details.found()));
    }

    static DeedLine line(Details details, Deed deed) {
        var who = deed.member();
        return new DeedLine(
                deed,
                details.at(deed).format(MOMENT),
                details.names().get(deed.conversation()),
                DeedLine.path(details.readable(), deed),
                details.shopOf(deed).name(),
                who == null
                        ? null
                        : Optional.ofNullable(details.people().get(who))
                                .map(Member::name)
                                .orElse(null));
    }

    /** Which word says what is listed. */
    public String word() {
        var behind = details.behind();
        return behind == behind.whole() ? "person.kind." + behind.kind() : "details.part." + behind.code();
    }

    public List<Behind> kinds() {
        return Behind.wholes().toList();
    }

    /** The whole kind and its parts; none where it has no parts. */
    public List<Behind> parts() {
        var parts = details.behind().siblings().toList();
        return parts.size() == 1 ? List.of() : parts;
    }

    /** Where the hours of the same row are; null where there are none. */
    public @Nullable String time() {
        var nobody = details.by() == By.AGENTS
                && details.about() != null
                && details.about().id().isEmpty();
        return details.by() == By.SOURCES || nobody ? null : address.ofPage(1).time();
    }

    public int figure(Behind behind) {
        return details.figure(behind);
    }

    public String behind(Behind other) {
        return address.behind(other).path();
    }

    public String ofPage(int other) {
        return address.ofPage(other).path();
    }

    /** In which orders the list can be. */
    public List<Order> orders() {
        var orders = List.of(Order.values()).stream()
                .filter(it -> it.fits(details.behind().kind()))
                .toList();
        return orders.size() == 1 ? List.of() : orders;
    }

    public String in(Order order) {
        return address.in(order).path();
    }

    /** The live dashboard, if it is a figure of today. */
    public @Nullable String live() {
        var today = details.period().length() == 1 && details.period().to().equals(details.today());
        return today
                ? Link.to("/platform/performance")
                        .with("by", details.by() == By.SHOPS ? "shops" : null)
                        .with("shop", address.wish().shop())
                        .toString()
                : null;
    }

    /** What of them was answered in time, such as 97.4%; null where that is not asked, or there is nothing. */
    public @Nullable String rate() {
        var opened = details.figure(Behind.OPENED);
        return details.behind() == Behind.OPENED && opened > 0 ? Percent.of(inTime(), opened) : null;
    }

    public int inTime() {
        return details.figure(Behind.OPENED) - details.figure(Behind.LATE);
    }

    /** The statistics whose figure it is. */
    public String statistics() {
        return address.statistics(details.by(), details.period());
    }

    /** That person's day, if it is one person's one day. */
    public @Nullable String person() {
        var about = details.about();
        if (details.by() != By.AGENTS
                || about == null
                || about.id().isEmpty()
                || details.period().length() > 1) {
            return null;
        }
        return Link.to("/platform/performance/agents/" + about.id())
                .with("date", details.period().to())
                .with("shop", address.wish().shop())
                .toString();
    }

    /** Whether several people's facts are listed. */
    public boolean people() {
        return details.by() != By.AGENTS || details.about() == null;
    }
}
