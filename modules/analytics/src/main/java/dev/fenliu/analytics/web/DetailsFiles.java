package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.Details;
import dev.fenliu.analytics.application.ReadDetails;
import dev.fenliu.analytics.domain.Deed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What stands behind a figure to take along: a line for each fact, written day by day. */
@RestController
class DetailsFiles {
    private final ReadDetails details;
    private final FigureFiles files;
    private final Clock clock;

    DetailsFiles(ReadDetails details, FigureFiles files, Clock clock) {
        this.details = details;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/platform/performance/details.csv")
    ResponseEntity<StreamingResponseBody> file(
            Actor actor,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String row,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            Locale locale) {
        var wish = DetailsAddress.of(by, row, shop, from, to, kind, null, null).wish();
        // Refused before the first byte, if it is to be refused.
        var period = details.period(actor, wish, clock.instant());
        var name = "%s-%s-%s.csv".formatted(wish.behind().code(), period.from(), period.to());
        return files.named(name)
                .header("Fenliu-Days", Integer.toString(period.length()))
                .body(files.of(file -> {
                    file.line(head(locale));
                    period.days().forEach(date -> {
                        var day = details.all(actor, wish.on(date.toString()), clock.instant());
                        day.deeds().reversed().forEach(deed -> file.line(line(day, deed, locale)));
                    });
                }));
    }

    private List<String> head(Locale locale) {
        return List.of(
                files.word("person.at", locale),
                files.word("person.what", locale),
                files.word("details.remark", locale),
                files.word("person.conversation", locale),
                files.word("details.buyer", locale),
                files.word("statistics.place", locale),
                files.word("details.source", locale),
                files.word("details.agent", locale),
                files.inSeconds("person.waited", locale),
                files.word("details.stars", locale));
    }

    private List<String> line(Details day, Deed deed, Locale locale) {
        var line = DetailsView.line(day, deed);
        return List.of(
                line.at(),
                files.word("person.deed." + deed.kind(), locale),
                remark(deed, locale),
                // With a sign before it, as spreadsheets round long numbers.
                "#" + line.number(),
                Optional.ofNullable(line.buyer()).orElse(""),
                line.shop(),
                files.word("statistics.source." + deed.source(), locale),
                Optional.ofNullable(line.person()).orElse(""),
                deed.kind() == Deed.Kind.REPLIED ? Integer.toString(deed.seconds()) : "",
                deed.stars() > 0 ? Integer.toString(deed.stars()) : "");
    }

    private String remark(Deed deed, Locale locale) {
        if (deed.missed()) {
            return files.word("person.missed." + deed.kind(), locale);
        }
        return deed.aside() ? files.word("person.aside." + deed.kind(), locale) : "";
    }
}
