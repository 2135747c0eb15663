package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.Person;
import dev.fenliu.analytics.application.ReadPerson;
import dev.fenliu.analytics.domain.UnknownDate;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person's performance: a day down to its parts, and the days before it. */
@Controller
@RequestMapping("/platform/performance/agents/{member}")
class PersonPage {
    private final ReadPerson people;
    private final Clock clock;

    PersonPage(ReadPerson people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String show(
            Actor actor,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String page,
            Model model,
            HttpServletResponse response) {
        Person person;
        try {
            person = people.look(actor, member, Given.text(shop), Given.text(date), clock.instant());
        } catch (UnknownDate unfit) {
            // The date stays as it was typed; what stands below is of today.
            model.addAttribute("refused", unfit);
            model.addAttribute("typed", date);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            person = people.look(actor, member, Given.text(shop), null, clock.instant());
        }
        model.addAttribute("view", PersonView.of(person, kind, Part.numbered(page)));
        return "analytics/person";
    }

    /** What changes of a day that goes on. */
    @HxRequest
    @GetMapping
    String follow(
            Actor actor,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        var person = people.day(actor, member, Given.text(shop), Given.text(date), clock.instant());
        model.addAttribute("view", PersonView.of(person, kind, Part.numbered(page)));
        return "analytics/person :: day";
    }
}
