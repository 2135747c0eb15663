package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.ReadStatistics;
import dev.fenliu.analytics.application.RebuildFigures;
import dev.fenliu.analytics.application.Statistics;
import dev.fenliu.analytics.domain.UnknownPeriod;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Statistics (統計數據) of any days up to a year. */
@Controller
@RequestMapping("/platform/performance/statistics")
class StatisticsPage {
    private final ReadStatistics statistics;
    private final RebuildFigures rebuilding;
    private final Clock clock;

    StatisticsPage(ReadStatistics statistics, RebuildFigures rebuilding, Clock clock) {
        this.statistics = statistics;
        this.rebuilding = rebuilding;
        this.clock = clock;
    }

    @ModelAttribute
    StatisticsAddress address(
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dir) {
        return StatisticsAddress.of(by, shop, from, to, sort, dir);
    }

    @GetMapping
    String show(
            Actor actor,
            @ModelAttribute(binding = false) StatisticsAddress address,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("typed", address);
        model.addAttribute("view", view(actor, address, model, locale, response));
        model.addAttribute("rebuilds", rebuilding.mayBegin(actor));
        return "analytics/statistics";
    }

    private StatisticsView view(
            Actor actor, StatisticsAddress address, Model model, Locale locale, HttpServletResponse response) {
        try {
            return StatisticsView.of(read(actor, address), address, locale);
        } catch (UnknownPeriod unfit) {
            // The dates stay as they were typed; what stands below is of the usual ones.
            model.addAttribute("refused", unfit);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var usual = address.ofUsualDays();
            return StatisticsView.of(read(actor, usual), usual, locale);
        }
    }

    private Statistics read(Actor actor, StatisticsAddress address) {
        return statistics.look(actor, address.by(), address.shop(), address.from(), address.to(), clock.instant());
    }

    @PostMapping("/rebuildings")
    String rebuild(Actor actor) {
        rebuilding.begin(actor);
        return "redirect:/platform/performance/statistics/rebuildings";
    }

    @GetMapping("/rebuildings")
    String rebuilding(Actor actor, Model model) {
        model.addAttribute("progress", rebuilding.progress(actor, clock.instant()));
        model.addAttribute("goesOn", rebuilding.goesOn(actor));
        return "analytics/rebuilding";
    }

    @HxRequest
    @GetMapping("/rebuildings")
    String rebuildingGoesOn(Actor actor, Model model) {
        rebuilding(actor, model);
        return "analytics/rebuilding :: progress";
    }
}
