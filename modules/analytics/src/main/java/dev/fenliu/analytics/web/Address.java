package dev.fenliu.analytics.web;

import dev.fenliu.analytics.application.Board;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, all of it in the page's address: so it can be kept, shared, and gone back to.
 *
 * @param shops whether shops (商店) are listed, not people (人員)
 * @param shop the only shop counted; null for all
 * @param words what is searched for; empty for everything
 * @param page which part of the list, from 1
 */
record Address(boolean shops, @Nullable String shop, String words, Column column, boolean descending, int page) {
    private static final String SHOPS = "shops";
    private static final String ASCENDING = "asc";
    private static final String DESCENDING = "desc";
    private static final int LONGEST_WORDS = 100;

    // A list without the column is in its usual order.
    Address {
        if (!column.standsIn(shops)) {
            column = Column.UNREAD;
            descending = column.startsDescending();
        }
    }

    /** Reads the parameters of a request; what makes no sense is as if absent. */
    static Address of(
            @Nullable String by,
            @Nullable String shop,
            @Nullable String words,
            @Nullable String sort,
            @Nullable String direction,
            @Nullable String page) {
        var column = Column.named(sort);
        var found = words == null ? "" : words.strip();
        return new Address(
                SHOPS.equals(by),
                shop == null || shop.isBlank() ? null : shop,
                found.substring(0, Math.min(found.length(), LONGEST_WORDS)),
                column,
                direction == null ? column.startsDescending() : !ASCENDING.equals(direction),
                Part.numbered(page));
    }

    /** The same as far as the viewer of that board may look: whoever sees only themselves has no shops to list. */
    Address on(Board board) {
        return board.onlyOwn() && shops ? ofPeople() : this;
    }

    /** The whole list, in its order. */
    List<Line> lines(Board board, Locale locale) {
        return arranged(
                shops
                        ? board.shops().stream().map(Line::of).toList()
                        : board.agents().stream().map(Line::of).toList(),
                locale);
    }

    List<Line> arranged(List<Line> lines, Locale locale) {
        return lines.stream()
                .filter(line -> line.isFoundBy(words))
                .sorted(column.order(locale, descending))
                .toList();
    }

    /** Sorted by that column: the other way round if it is already. */
    public Address sortedBy(Column other) {
        return new Address(shops, shop, words, other, other == column ? !descending : other.startsDescending(), 1);
    }

    public Address ofShops() {
        return new Address(true, null, "", column, descending, 1);
    }

    public Address ofPeople() {
        return new Address(false, shop, "", column, descending, 1);
    }

    public Address ofPeopleIn(String onlyShop) {
        return new Address(false, onlyShop, "", column, descending, 1);
    }

    /** The shops in which most wait to be assigned. */
    Address ofLongestStaged() {
        return new Address(true, null, "", Column.STAGED, true, 1);
    }

    /** The same list, another part of it. */
    public Address ofPage(int other) {
        return new Address(shops, shop, words, column, descending, other);
    }

    /** Where the whole list can be taken along. */
    public String file() {
        return ofPage(1).path("/platform/performance.csv");
    }

    /** Where the page follows the figures. */
    public String stream() {
        return path("/platform/performance/stream");
    }

    public String direction() {
        return descending ? DESCENDING : ASCENDING;
    }

    public String by() {
        return shops ? SHOPS : "agents";
    }

    /** The path with its parameters, encoded; only what differs from the usual. */
    public String path() {
        return path("/platform/performance");
    }

    private String path(String begin) {
        var usual = column == Column.UNREAD && descending;
        return Link.to(begin)
                .with("by", shops ? SHOPS : null)
                .with("shop", shop)
                .with("q", words.isEmpty() ? null : words)
                .with("sort", usual ? null : column.code())
                .with("dir", usual ? null : direction())
                .with("page", page > 1 ? page : null)
                .toString();
    }
}
