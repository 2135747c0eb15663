package dev.fenliu.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Listing;
import dev.fenliu.accounts.Presence;
import dev.fenliu.analytics.application.WatchPerformance;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Figures;
import dev.fenliu.analytics.domain.ShopRow;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of people and shops, of today or of a day gone by; of such a day what is known only of now is left out. */
@RestController
@RequestMapping("/api/v1/performance")
class PerformanceApi {
    private final WatchPerformance performance;
    private final Clock clock;

    PerformanceApi(WatchPerformance performance, Clock clock) {
        this.performance = performance;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgentFigures(
            String member,
            String name,
            @Nullable Presence presence,
            @Nullable Integer open,
            @Nullable Integer unread,
            @Nullable BigDecimal onlineHours,
            @Nullable BigDecimal hiddenHours,
            @JsonUnwrapped Counts counts) {
        static AgentFigures of(AgentRow row) {
            var figures = row.figures();
            return new AgentFigures(
                    row.member().id().toString(),
                    row.member().name(),
                    row.presence(),
                    figures.open(),
                    figures.unread(),
                    online(figures),
                    hidden(figures),
                    Counts.of(figures.tally()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShopFigures(
            String shop,
            String name,
            @Nullable Integer open,
            @Nullable Integer unread,
            @Nullable Integer waiting,
            @Nullable Instant oldestSince,
            @Nullable BigDecimal onlineHours,
            @Nullable BigDecimal hiddenHours,
            @JsonUnwrapped Counts counts) {
        static ShopFigures of(ShopRow row) {
            var figures = row.figures();
            return new ShopFigures(
                    row.shop().id().toString(),
                    row.shop().name(),
                    figures.open(),
                    figures.unread(),
                    row.staged(),
                    row.waiting() == null ? null : row.waiting().oldestSince(),
                    online(figures),
                    hidden(figures),
                    Counts.of(figures.tally()));
        }
    }

    @GetMapping("/agents")
    Listing<AgentFigures> agents(
            Actor actor,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit) {
        var all = performance.look(actor, shop, date, clock.instant()).agents().stream()
                .map(AgentFigures::of)
                .toList();
        return Listing.of(all, AgentFigures::member, cursor, limit);
    }

    @GetMapping("/shops")
    Listing<ShopFigures> shops(
            Actor actor,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit) {
        var all = performance.look(actor, null, date, clock.instant()).shops().stream()
                .map(ShopFigures::of)
                .toList();
        return Listing.of(all, ShopFigures::shop, cursor, limit);
    }

    private static @Nullable BigDecimal online(Figures figures) {
        return figures.hours() == null ? null : figures.hours().online();
    }

    private static @Nullable BigDecimal hidden(Figures figures) {
        return figures.hours() == null ? null : figures.hours().hidden();
    }
}
