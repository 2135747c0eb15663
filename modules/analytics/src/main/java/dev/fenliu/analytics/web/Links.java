package dev.fenliu.analytics.web;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.application.Board;
import dev.fenliu.analytics.domain.Figures;
import dev.fenliu.analytics.domain.Hours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of the dashboard lead: to just the conversations that they count. Null stands for nowhere, where there
 * are none, or none that the viewer may read.
 *
 * @param figures what the rows add up to
 */
record Links(Board board, Address address, Figures figures) {
    private static final String DETAILS = "/platform/performance/details";

    /** Where the person of the row is, of the same shop. */
    public String person(Line line) {
        return Link.to("/platform/performance/agents/" + line.id())
                .with("shop", only())
                .toString();
    }

    public @Nullable String closed(Line line) {
        return line.figures().tally().closed() > 0 ? details(line, "closed") : null;
    }

    public @Nullable String first(Line line) {
        return line.figures().tally().first().count() > 0 ? details(line, "first") : null;
    }

    /** What began today: what the response rate is counted of. */
    public @Nullable String opened(Line line) {
        return line.figures().tally().opened() > 0 ? details(line, "opened") : null;
    }

    public @Nullable String open(Line line) {
        return some(line.figures().open()) ? conversations("READ", place(line), agent(line)) : null;
    }

    public @Nullable String unread(Line line) {
        return some(line.figures().unread()) ? conversations("UNREAD", place(line), agent(line)) : null;
    }

    public @Nullable String staged(Line line) {
        var row = line.shop();
        return row != null && some(row.staged()) ? staging(row.shop()) : null;
    }

    /** When those were online whose hours add up to the row's. */
    public @Nullable String online(Line line) {
        return hours(line, Hours::online);
    }

    public @Nullable String hidden(Line line) {
        return hours(line, Hours::hidden);
    }

    private @Nullable String hours(Line line, Function<Hours, BigDecimal> figure) {
        var hours = line.figures().hours();
        return hours != null && figure.apply(hours).signum() > 0
                ? listed(DETAILS + "/hours", line.id(), null, today(line))
                : null;
    }

    public @Nullable String open() {
        return some(figures.open()) ? conversations("READ", board.shop(), null) : null;
    }

    public @Nullable String unread() {
        return some(figures.unread()) ? conversations("UNREAD", board.shop(), null) : null;
    }

    /** The only shop where anybody waits; of several the list that begins with the longest. */
    public @Nullable String staged() {
        var waiting = board.shops().stream().filter(row -> some(row.staged())).toList();
        return switch (waiting.size()) {
            case 0 -> null;
            case 1 -> staging(waiting.getFirst().shop());
            default -> address.ofLongestStaged().path();
        };
    }

    public @Nullable String closed() {
        return figures.tally().closed() > 0 ? details("closed") : null;
    }

    public @Nullable String first() {
        return figures.tally().first().count() > 0 ? details("first") : null;
    }

    public @Nullable String opened() {
        return figures.tally().opened() > 0 && haveAllThatBegan() ? details("opened") : null;
    }

    // The list of people has also what nobody has had yet, which is in no person's figures.
    private boolean haveAllThatBegan() {
        return address.shops()
                || board.onlyOwn()
                || figures.tally().opened()
                        == board.shops().stream()
                                .mapToInt(row -> row.figures().tally().opened())
                                .sum();
    }

    // Shops that have different days are listed day by day, so no one list holds them all.
    private @Nullable String details(String kind) {
        var date = board.day().date();
        var sameDay = !address.shops()
                || board.shops().stream().allMatch(row -> today(row.shop()).equals(date));
        return sameDay ? listed(DETAILS, null, kind, date) : null;
    }

    private String details(Line line, String kind) {
        return listed(DETAILS, line.id(), kind, today(line));
    }

    private String listed(String page, @Nullable String row, @Nullable String kind, LocalDate date) {
        return Link.to(page)
                .with("by", address.by())
                .with("row", row)
                .with("kind", kind)
                .with("from", date)
                .with("to", date)
                .with("shop", only())
                .toString();
    }

    private LocalDate today(Line line) {
        var row = line.shop();
        return row == null ? board.day().date() : today(row.shop());
    }

    private LocalDate today(Shop shop) {
        return board.asOf().atZone(shop.zone()).toLocalDate();
    }

    private @Nullable String conversations(String state, @Nullable Shop in, @Nullable String agent) {
        if (board.onlyOwn()) {
            // The desk has those of all shops, and tells apart what is unread alone.
            return in == null && state.equals("UNREAD") ? "/webchat?filter=unread" : null;
        }
        if (in == null ? !overseesJustThese() : !board.overseen().contains(in.id())) {
            return null;
        }
        return Link.to("/platform/conversations")
                .with("state", state)
                .with("shop", in == null ? null : in.id())
                .with("agent", agent)
                .toString();
    }

    // The list without a shop is of all that one oversees.
    private boolean overseesJustThese() {
        return board.shops().stream()
                .map(row -> row.shop().id())
                .collect(toSet())
                .equals(board.overseen());
    }

    private @Nullable String staging(Shop shop) {
        return board.tended().contains(shop.id()) ? "/platform/chat-groups/" + shop.id() + "/staging" : null;
    }

    private @Nullable Shop place(Line line) {
        return line.shop() == null ? board.shop() : line.shop().shop();
    }

    private static @Nullable String agent(Line line) {
        return line.agent() == null ? null : line.id();
    }

    private @Nullable ShopId only() {
        return board.shop() == null ? null : board.shop().id();
    }

    private static boolean some(@Nullable Integer count) {
        return count != null && count > 0;
    }
}
