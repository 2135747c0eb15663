package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Listing;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.KeepActivity;
import dev.fenliu.accounts.domain.ActivityLog.Filter;
import dev.fenliu.accounts.domain.ActivityLog.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/activity")
class ActivityApi {
    private final KeepActivity activity;

    ActivityApi(KeepActivity activity) {
        this.activity = activity;
    }

    @GetMapping
    Listing<LineJson> list(
            Actor actor,
            @RequestParam(required = false) @Nullable MemberId member,
            @RequestParam(required = false) @Size(max = 64) @Nullable String action,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var lines = activity.lines(actor, new Filter(member, action, shop, from, to, cursor), limit + 1).stream()
                .map(LineJson::of)
                .toList();
        return Listing.first(lines, LineJson::id, limit);
    }

    record LineJson(
            String id,
            Instant at,
            @Nullable String member,
            String actor,
            String address,
            String action,
            String subject,
            @Nullable String shop,
            Map<String, String> before,
            Map<String, String> after) {
        static LineJson of(Line line) {
            var member = line.member();
            var shop = line.shop();
            return new LineJson(
                    Long.toUnsignedString(line.id()),
                    line.at(),
                    member == null ? null : member.toString(),
                    line.actor(),
                    line.address(),
                    line.action(),
                    line.subject(),
                    shop == null ? null : shop.toString(),
                    new TreeMap<>(line.before()),
                    new TreeMap<>(line.after()));
        }
    }
}
