package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.WatchPerformance;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.ShopRow;
import dev.fenliu.analytics.domain.Tally;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The live dashboard (即時儀錶板) to take along: its whole list as it is looked at, a line for each person or shop. */
@RestController
class PerformanceFile {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private final WatchPerformance performance;
    private final FigureFiles files;
    private final Clock clock;

    PerformanceFile(WatchPerformance performance, FigureFiles files, Clock clock) {
        this.performance = performance;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/platform/performance.csv")
    ResponseEntity<StreamingResponseBody> file(
            Actor actor,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dir,
            Locale locale) {
        var asked = Address.of(by, shop, q, sort, dir, null);
        // Unlike the page it tells of every wait, not only of the first ones.
        var board = performance.look(actor, asked.shop(), null, clock.instant());
        var address = asked.on(board);
        var moment = board.asOf().atZone(board.day().zone()).format(MOMENT);
        var told = Column.of(address.shops()).stream()
                .flatMap(column -> told(column, address.shops(), locale))
                .toList();
        return files.named("performance-" + moment + ".csv").body(files.of(file -> {
            file.line(told.stream().map(it -> it.head(files, locale)).toList());
            address.lines(board, locale)
                    .forEach(line ->
                            file.line(told.stream().map(it -> it.cell(line)).toList()));
        }));
    }

    /**
     * A column of the file.
     *
     * @param key of the words at its head
     * @param figure what it says of a line; empty where there is nothing to say
     */
    private record Told(String key, boolean seconds, Function<Line, Optional<?>> figure) {
        String head(FigureFiles files, Locale locale) {
            return seconds ? files.inSeconds(key, locale) : files.word(key, locale);
        }

        String cell(Line line) {
            return figure.apply(line).map(Object::toString).orElse("");
        }
    }

    /** A column of the page, and beside it what the page tells in small letters or not at all. */
    private Stream<Told> told(Column column, boolean shops, Locale locale) {
        var shown = new Told("performance." + column.code(), column == Column.FIRST, column::figure);
        return switch (column) {
            case NAME ->
                Stream.of(
                        new Told("performance.name", false, line -> Optional.of(line.name())),
                        shops
                                ? new Told("performance.file.online", false, PerformanceFile::online)
                                : new Told("performance.file.presence", false, line -> presence(line, locale)));
            case CLOSED ->
                Stream.of(
                        shown,
                        tallied("statistics.by-hand", tally -> Optional.of(tally.closedByHand())),
                        tallied("statistics.by-system", tally -> Optional.of(tally.closedBySystem())));
            case FIRST ->
                Stream.of(
                        shown,
                        new Told(
                                "statistics.response",
                                true,
                                line -> line.figures().tally().waits().median()));
            default -> Stream.of(shown);
        };
    }

    private static Told tallied(String key, Function<Tally, Optional<?>> figure) {
        return new Told(key, false, line -> figure.apply(line.figures().tally()));
    }

    private static Optional<Integer> online(Line line) {
        return Optional.ofNullable(line.shop()).map(ShopRow::online);
    }

    private Optional<String> presence(Line line, Locale locale) {
        return Optional.ofNullable(line.agent())
                .map(AgentRow::presence)
                .map(presence -> files.word("kit.presence." + presence, locale));
    }
}
