package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Member;
import dev.fenliu.analytics.application.ReadPerson;
import dev.fenliu.analytics.application.Statistics.DayPoint;
import dev.fenliu.analytics.domain.By;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One person's days to take along, in the columns of the {@link StatisticsFiles statistics} of people. */
@RestController
class PersonDaysFile {
    private final ReadPerson people;
    private final FigureFiles files;
    private final Clock clock;

    PersonDaysFile(ReadPerson people, FigureFiles files, Clock clock) {
        this.people = people;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/platform/performance/agents/{member}.csv")
    ResponseEntity<StreamingResponseBody> file(
            Actor actor,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String date,
            Locale locale) {
        var person = people.look(actor, member, Given.text(shop), Given.text(date), clock.instant());
        var name = "performance-%s-%s-%s.csv"
                .formatted(
                        person.member().id(),
                        person.trend().from(),
                        person.trend().to());
        return files.named(name).body(files.of(file -> {
            file.line(head(locale));
            person.days().forEach(day -> file.line(line(person.member(), day)));
        }));
    }

    private List<String> head(Locale locale) {
        return Stream.concat(
                        Stream.of("statistics.date", "statistics.by.agents").map(key -> files.word(key, locale)),
                        Metric.of(By.AGENTS).stream().map(metric -> files.head(metric, locale)))
                .toList();
    }

    private static List<String> line(Member member, DayPoint day) {
        return Stream.concat(
                        Stream.of(day.date().toString(), member.name()),
                        Metric.of(By.AGENTS).stream().map(metric -> metric.plainly(day.sums())))
                .toList();
    }
}
