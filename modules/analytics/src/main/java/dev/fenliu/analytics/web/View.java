package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Shop;
import dev.fenliu.analytics.application.Board;
import dev.fenliu.analytics.domain.ShopRow;
import dev.fenliu.analytics.domain.Timeline;
import dev.fenliu.routing.Staging.Waiting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard as the page shows it: one of its two lists, arranged, and of a long one a part.
 */
record View(
        Address address,
        ZonedDateTime asOf,
        boolean onlyOwn,
        @Nullable Shop shop,
        List<Shop> choosable,
        int shops,
        int people,
        List<Column> columns,
        Part<Line> part,
        Tiles tiles,
        Links links) {
    private static final int LINES = 25;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter EXACTLY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV", Locale.ROOT);

    static View of(Board board, Address address, Locale locale) {
        var listed = address.on(board);
        var part = Part.of(listed.lines(board, locale), listed.page(), LINES);
        var tiles = Tiles.of(board, listed.shops());
        return new View(
                listed.ofPage(part.number()),
                board.asOf().atZone(board.day().zone()),
                board.onlyOwn(),
                board.shop(),
                board.choosable(),
                board.shops().size(),
                board.agents().size(),
                Column.of(listed.shops()),
                part,
                tiles,
                new Links(board, listed, tiles.figures()));
    }

    public List<Line> lines() {
        return part.items();
    }

    public String clock() {
        return asOf.format(CLOCK);
    }

    public String exactly() {
        return asOf.format(EXACTLY);
    }

    /** How a column is sorted, in the words of ARIA. */
    public String direction(Column column) {
        if (column != address.column()) {
            return "none";
        }
        return address.descending() ? "descending" : "ascending";
    }

    /** How long somebody has waited who waits since then. */
    public Waited waited(Instant since) {
        return Waited.between(since, asOf.toInstant());
    }

    public Spell spell(int seconds) {
        return Spell.of(seconds);
    }

    /** Such as 97.4%. */
    public String percent(BigDecimal fraction) {
        return Percent.of(fraction);
    }

    public Bar bar(Timeline timeline) {
        return Bar.of(timeline);
    }

    /** Whether it shows the same as that one, save the time. */
    boolean showsTheSame(View other) {
        return part.equals(other.part)
                && tiles.equals(other.tiles)
                && shops == other.shops
                && people == other.people
                && waits().equals(other.waits());
    }

    // They grow while nothing happens: in the rows, and above them where people are listed too.
    private List<Waited> waits() {
        var inRows = lines().stream()
                .map(Line::shop)
                .filter(Objects::nonNull)
                .map(ShopRow::waiting)
                .filter(Objects::nonNull)
                .map(Waiting::oldestSince);
        return Stream.concat(Stream.ofNullable(tiles.oldest()), inRows)
                .map(this::waited)
                .toList();
    }

    /** Whether nobody but the main account is there to answer. */
    public boolean lonely() {
        return !onlyOwn
                && !address.shops()
                && address.words().isEmpty()
                && lines().stream().allMatch(Line::isMain);
    }
}
