package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.analytics.application.Viewer;
import dev.fenliu.analytics.application.WatchPerformance;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Performance data (表現數據): the live dashboard (即時儀錶板) of shops and of people. */
@Controller
@RequestMapping("/platform/performance")
class PerformancePage {
    private final WatchPerformance performance;
    private final Watchers watchers;
    private final Clock clock;

    PerformancePage(WatchPerformance performance, Watchers watchers, Clock clock) {
        this.performance = performance;
        this.watchers = watchers;
        this.clock = clock;
    }

    @ModelAttribute
    Address address(
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dir,
            @RequestParam(required = false) @Nullable String page) {
        return Address.of(by, shop, q, sort, dir, page);
    }

    /** May be a second old: the stream that the page opens at once brings what it misses. */
    @GetMapping
    String show(Actor actor, @ModelAttribute(binding = false) Address address, Model model, Locale locale) {
        var board = performance.glance(new Viewer(actor, address.shop()), clock.instant());
        model.addAttribute("view", View.of(board, address, locale));
        return "analytics/performance";
    }

    @HxRequest
    @GetMapping
    String refresh(Actor actor, @ModelAttribute(binding = false) Address address, Model model, Locale locale) {
        var board = performance.refresh(new Viewer(actor, address.shop()), clock.instant());
        model.addAttribute("view", View.of(board, address, locale));
        return "analytics/performance :: main";
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> follow(Actor actor, @ModelAttribute(binding = false) Address address, Locale locale) {
        var viewer = new Viewer(actor, address.shop());
        performance.requireViewer(viewer);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // A proxy that collects the answer before it passes it on would hold every push back.
                .header("X-Accel-Buffering", "no")
                .body(watchers.open(viewer, address, locale));
    }
}
