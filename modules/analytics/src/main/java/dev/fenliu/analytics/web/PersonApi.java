package dev.fenliu.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Presence;
import dev.fenliu.analytics.application.ReadPerson;
import dev.fenliu.analytics.domain.Sums;
import dev.fenliu.analytics.domain.Timeline;
import dev.fenliu.analytics.web.StatisticsApi.Totals;
import dev.fenliu.routing.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One person's day, and the days before it. */
@RestController
@RequestMapping("/api/v1/performance/agents/{member}")
class PersonApi {
    private final ReadPerson people;
    private final Clock clock;

    PersonApi(ReadPerson people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** An uninterrupted time in one presence. */
    record PresencePart(Presence presence, Instant from, Instant until) {
        static PresencePart of(Timeline.Part part) {
            return new PresencePart(part.presence(), part.from(), part.until());
        }
    }

    record DayTotals(LocalDate date, @JsonUnwrapped Totals totals) {
        static DayTotals of(LocalDate date, Sums sums) {
            return new DayTotals(date, Totals.of(sums));
        }
    }

    /**
     * A person's figures.
     *
     * @param days those up to that day, in their order
     * @param reasons why conversations went to them in those days, and how often
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figures(
            String member,
            String name,
            @Nullable String shop,
            DayTotals day,
            List<PresencePart> timeline,
            List<DayTotals> days,
            Map<Reason, Integer> reasons) {}

    @GetMapping
    Figures agent(
            Actor actor,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String date) {
        var person = people.look(actor, member, shop, date, clock.instant());
        return new Figures(
                person.member().id().toString(),
                person.member().name(),
                person.only() == null ? null : person.only().id().toString(),
                DayTotals.of(person.timeline().day().date(), person.sums()),
                person.timeline().parts().stream().map(PresencePart::of).toList(),
                person.days().stream()
                        .map(it -> DayTotals.of(it.date(), it.sums()))
                        .toList(),
                person.reasons());
    }
}
