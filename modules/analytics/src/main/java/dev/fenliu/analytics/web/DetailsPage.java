package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.ReadDetails;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands behind a figure of the statistics: its conversations and answers, one by one. */
@Controller
class DetailsPage {
    private final ReadDetails details;
    private final Clock clock;

    DetailsPage(ReadDetails details, Clock clock) {
        this.details = details;
        this.clock = clock;
    }

    @GetMapping("/platform/performance/details")
    String show(
            Actor actor,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String row,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        var address = DetailsAddress.of(by, row, shop, from, to, kind, order, page);
        var found = details.look(actor, address.wish(), address.page(), DetailsView.SHOWN, clock.instant());
        model.addAttribute("view", DetailsView.of(found, address));
        return "analytics/details";
    }
}
