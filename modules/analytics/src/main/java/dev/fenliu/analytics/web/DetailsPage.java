package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.ReadDetails;
import dev.fenliu.analytics.application.ReadTimeDetails;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands behind a figure of the statistics: its conversations and answers, or hours, one by one. */
@Controller
@RequestMapping("/platform/performance/details")
class DetailsPage {
    private final ReadDetails details;
    private final ReadTimeDetails times;
    private final Clock clock;

    DetailsPage(ReadDetails details, ReadTimeDetails times, Clock clock) {
        this.details = details;
        this.times = times;
        this.clock = clock;
    }

    @ModelAttribute
    DetailsAddress address(
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String row,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String page) {
        return DetailsAddress.of(by, row, shop, from, to, kind, order, page);
    }

    @GetMapping
    String show(Actor actor, @ModelAttribute(binding = false) DetailsAddress address, Model model) {
        var part = details.look(
                actor,
                address.wish(),
                found -> DetailsView.skip(address.page(), found),
                DetailsView.SHOWN,
                clock.instant());
        model.addAttribute("view", DetailsView.of(part, address));
        return "analytics/details";
    }

    @GetMapping("/hours")
    String hours(Actor actor, @ModelAttribute(binding = false) DetailsAddress address, Model model) {
        model.addAttribute("view", TimeDetailsView.of(times.look(actor, address.wish(), clock.instant()), address));
        return "analytics/details-hours";
    }
}
