package dev.fenliu.analytics.web;

import dev.fenliu.analytics.application.DetailsWish;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Excerpt.Order;
import dev.fenliu.analytics.domain.Period;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which figure is followed, all of it in the page's address. */
record DetailsAddress(DetailsWish wish, int page) {
    private static final String PAGE = "/platform/performance/details";
    private static final String TIME = PAGE + "/hours";

    static DetailsAddress of(
            @Nullable String by,
            @Nullable String row,
            @Nullable String shop,
            @Nullable String from,
            @Nullable String to,
            @Nullable String kind,
            @Nullable String order,
            @Nullable String page) {
        var wish = new DetailsWish(
                By.named(by),
                Given.text(row),
                Given.text(shop),
                Given.text(from),
                Given.text(to),
                Behind.coded(kind).orElse(Behind.OPENED),
                order(order));
        return new DetailsAddress(wish, Part.numbered(page));
    }

    private static Order order(@Nullable String code) {
        return Stream.of(Order.values())
                .filter(it -> code(it).equals(code))
                .findFirst()
                .orElse(Order.NEWEST);
    }

    private static String code(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    DetailsAddress ofPage(int other) {
        return new DetailsAddress(wish, other);
    }

    DetailsAddress behind(Behind other) {
        return new DetailsAddress(
                new DetailsWish(wish.by(), wish.row(), wish.shop(), wish.from(), wish.to(), other, wish.order()), 1);
    }

    DetailsAddress in(Order other) {
        return new DetailsAddress(
                new DetailsWish(wish.by(), wish.row(), wish.shop(), wish.from(), wish.to(), wish.behind(), other), 1);
    }

    /** The path with its parameters. */
    public String path() {
        return path(PAGE);
    }

    /** Where the hours of the row are listed. */
    public String time() {
        return place(TIME).with("page", page == 1 ? null : page).toString();
    }

    /** Where the same can be taken along, in all parts. */
    public String file() {
        return ofPage(1).path(PAGE + ".csv");
    }

    private String path(String begin) {
        return place(begin)
                .with("kind", wish.behind().code())
                .with("order", wish.order() == Order.NEWEST ? null : code(wish.order()))
                .with("page", page == 1 ? null : page)
                .toString();
    }

    /** The statistics whose figure is followed. */
    String statistics(By by, Period period) {
        return Link.to("/platform/performance/statistics")
                .with("by", by.code())
                .with("shop", wish.shop())
                .with("from", period.from())
                .with("to", period.to())
                .toString();
    }

    private Link place(String begin) {
        return Link.to(begin)
                .with("by", wish.by().code())
                .with("row", wish.row())
                .with("shop", wish.shop())
                .with("from", wish.from())
                .with("to", wish.to());
    }
}
