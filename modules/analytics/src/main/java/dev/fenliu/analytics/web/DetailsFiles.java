package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.CsvFiles;
import dev.fenliu.analytics.application.Details;
import dev.fenliu.analytics.application.ReadDetails;
import dev.fenliu.analytics.domain.Deed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What stands behind a figure to take along: a line for each fact, written day by day. */
@RestController
class DetailsFiles {
    private final ReadDetails details;
    private final CsvFiles files;
    private final MessageSource words;
    private final Clock clock;

    DetailsFiles(ReadDetails details, CsvFiles files, MessageSource words, Clock clock) {
        this.details = details;
        this.files = files;
        this.words = words;
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
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CsvFiles.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s-%s.csv\""
                                .formatted(wish.behind().code(), period.from(), period.to()))
                .header("Fenliu-Days", Integer.toString(period.length()))
                .body(out -> {
                    try (var file = files.to(out)) {
                        file.line(head(locale));
                        period.days().forEach(date -> {
                            var day = details.look(
                                    actor, wish.on(date.toString()), 1, Integer.MAX_VALUE, clock.instant());
                            day.deeds().reversed().forEach(deed -> file.line(line(day, deed, locale)));
                        });
                    }
                });
    }

    private List<String> head(Locale locale) {
        return List.of(
                word("person.at", locale),
                word("person.what", locale),
                word("details.remark", locale),
                word("person.conversation", locale),
                word("details.buyer", locale),
                word("statistics.place", locale),
                word("statistics.by.sources", locale),
                word("statistics.by.agents", locale),
                words.getMessage("statistics.in-seconds", new Object[] {word("person.waited", locale)}, locale),
                word("details.stars", locale));
    }

    private List<String> line(Details day, Deed deed, Locale locale) {
        var line = DetailsView.line(day, deed);
        return List.of(
                line.at(),
                word("person.deed." + deed.kind(), locale),
                remark(deed, locale),
                line.number(),
                Optional.ofNullable(line.buyer()).orElse(""),
                line.shop(),
                word("statistics.source." + deed.source(), locale),
                Optional.ofNullable(line.person()).orElse(""),
                deed.kind() == Deed.Kind.REPLIED ? Integer.toString(deed.seconds()) : "",
                deed.stars() > 0 ? Integer.toString(deed.stars()) : "");
    }

    private String remark(Deed deed, Locale locale) {
        if (deed.missed()) {
            return word("person.missed." + deed.kind(), locale);
        }
        return deed.aside() ? word("person.aside." + deed.kind(), locale) : "";
    }

    private String word(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }
}
