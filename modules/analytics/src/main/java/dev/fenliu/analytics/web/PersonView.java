package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Shop;
import dev.fenliu.analytics.application.Person;
import dev.fenliu.analytics.application.Statistics.DayPoint;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Hours;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A person as the page shows them.
 *
 * @param behind the figure whose facts alone are listed; null for all
 */
record PersonView(Person person, @Nullable Behind behind, Part<DeedLine> part) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter EXACTLY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV", Locale.ROOT);
    private static final Sums NOTHING = new Sums(Tally.NONE, null);
    private static final int SHOWN = 200;

    static PersonView of(Person person, @Nullable String wanted, int page) {
        var behind = Behind.coded(wanted).orElse(null);
        var wished = person.deeds().stream()
                .filter(deed -> behind == null || behind.includes(deed))
                .map(deed -> line(person, deed))
                .toList();
        return new PersonView(person, behind, Part.of(wished, page, SHOWN));
    }

    /** Where another day of theirs is. */
    public String onDay(LocalDate date) {
        return path(date, person.only(), null, 1);
    }

    /** Where the facts behind that figure are; of null, all. */
    public String ofKind(@Nullable Behind other) {
        return path(date(), person.only(), other, 1);
    }

    public String ofPage(int other) {
        return path(date(), person.only(), behind, other);
    }

    /** Where the same day of all shops is. */
    public String everywhere() {
        return path(date(), null, behind, 1);
    }

    /** Where just this is. */
    public String path() {
        return ofPage(part.number());
    }

    /** Where one hears that their figures of today have changed. */
    public String stream() {
        var shop = person.only() == null ? null : person.only().id().toString();
        return Address.of("agents", shop, person.member().id().toString(), null, null, null).stream();
    }

    /** Where the days before can be taken along. */
    public String file() {
        return Link.to("/platform/performance/agents/" + person.member().id() + ".csv")
                .with("date", date())
                .with("shop", person.only() == null ? null : person.only().id())
                .toString();
    }

    private String path(LocalDate date, @Nullable Shop shop, @Nullable Behind of, int page) {
        return Link.to("/platform/performance/agents/" + person.member().id())
                .with("date", date)
                .with("shop", shop == null ? null : shop.id())
                .with("kind", of == null ? null : of.code())
                .with("page", page > 1 ? page : null)
                .toString();
    }

    private static DeedLine line(Person person, Deed deed) {
        return new DeedLine(
                deed,
                deed.at().atZone(person.timeline().day().zone()).format(CLOCK),
                person.names().get(deed.conversation()),
                DeedLine.path(person.readable(), deed),
                Optional.ofNullable(person.shops().get(deed.shop()))
                        .map(Shop::name)
                        .orElse(""),
                person.member().name());
    }

    /** Where on the page that stands which the figure is made of; null where nothing is. */
    public @Nullable String behind(Metric metric) {
        return behind(metric, person.sums(), date());
    }

    /** The same on the page of another day. */
    public @Nullable String behind(Metric metric, DayPoint day) {
        return behind(metric, day.sums(), day.date());
    }

    private @Nullable String behind(Metric metric, Sums sums, LocalDate date) {
        var followed = metric.behind();
        if (followed == null) {
            var there = date.equals(date()) ? path() : onDay(date);
            return metric.in(sums).stream().anyMatch(hours -> hours.signum() > 0) ? there + "#person-presence" : null;
        }
        return followed.figure(sums.tally()) > 0 ? path(date, person.only(), followed, 1) + "#person-deeds" : null;
    }

    public List<Behind> kinds() {
        return Behind.wholes().toList();
    }

    public boolean isListed(Behind kind) {
        return behind != null && behind.kind() == kind.kind();
    }

    /** The part of a kind that alone is listed; null where all of it is. */
    public @Nullable Behind partOfKind() {
        return behind == null || behind == behind.whole() ? null : behind;
    }

    /** The figure that the facts are counted in. */
    public int figure(Behind of) {
        return of.figure(person.sums().tally());
    }

    public ZonedDateTime asOf() {
        return person.asOf().atZone(person.timeline().day().zone());
    }

    public String clock() {
        return clock(person.asOf());
    }

    public String exactly() {
        return asOf().format(EXACTLY);
    }

    public String clock(Instant at) {
        return at.atZone(person.timeline().day().zone()).format(CLOCK);
    }

    public Spell spell(Timeline.Part part) {
        return Spell.of(Math.toIntExact(part.length().toSeconds()));
    }

    public Bar bar() {
        return Bar.of(person.timeline());
    }

    /** Where the full hours stand in the drawing; a day has 23 or 25 of them when clocks are changed. */
    public List<Long> ticks() {
        var day = person.timeline().day();
        var hours = Duration.between(day.begins(), day.ends()).toHours();
        return IntStream.range(0, (int) hours)
                .filter(hour -> hour % 3 == 0)
                .mapToObj(hour -> hour * 1_000L / hours)
                .toList();
    }

    public String hourAt(long x) {
        var day = person.timeline().day();
        var length = Duration.between(day.begins(), day.ends());
        var moment = day.begins().plus(length.multipliedBy(x).dividedBy(1_000)).plusSeconds(120);
        return "%02d".formatted(day.hourAt(moment));
    }

    public Hours hours() {
        return Hours.of(person.timeline());
    }

    public LocalDate date() {
        return person.timeline().day().date();
    }

    public @Nullable LocalDate next() {
        var next = date().plusDays(1);
        return next.isAfter(person.today()) ? null : next;
    }

    public Cell day(Metric metric, DayPoint day) {
        return Cell.of(metric, day.sums(), NOTHING);
    }

    public Cell total(Metric metric) {
        return Cell.of(metric, person.sums(), NOTHING);
    }

    public List<Metric> daily() {
        return List.of(
                Metric.OPENED,
                Metric.BY_HAND,
                Metric.BY_SYSTEM,
                Metric.FIRST,
                Metric.RATE,
                Metric.ONLINE,
                Metric.HIDDEN);
    }

    public List<Metric> tiles() {
        return List.of(Metric.ONLINE, Metric.HIDDEN, Metric.FIRST, Metric.RESPONSE, Metric.RATE, Metric.UNANSWERED);
    }

    public int assignments() {
        return person.reasons().values().stream().mapToInt(Integer::intValue).sum();
    }

    public String share(int count) {
        return Percent.of(count, assignments());
    }

    public long width(int count) {
        return count * 1_000L / assignments();
    }
}
