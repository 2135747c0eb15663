package dev.fenliu.webhooks.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Listing;
import dev.fenliu.webhooks.DeliveryId;
import dev.fenliu.webhooks.HookId;
import dev.fenliu.webhooks.application.ManageHooks;
import dev.fenliu.webhooks.domain.Delivery;
import dev.fenliu.webhooks.domain.DeliveryState;
import dev.fenliu.webhooks.domain.Hook;
import dev.fenliu.webhooks.domain.Topic;
import dev.fenliu.webhooks.domain.Trouble;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhooks of the enterprise account, and what became of their deliveries. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksApi {
    private final ManageHooks hooks;
    private final Clock clock;

    WebhooksApi(ManageHooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @GetMapping
    Listing<HookJson> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var all = hooks.list(actor).stream().map(HookJson::of).toList();
        return Listing.of(all, HookJson::id, cursor, limit);
    }

    /** The secret is shown here and never again. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewHookJson add(Actor actor, @RequestBody @Valid Wish wish) {
        var added = hooks.add(actor, wish.url(), wish.events(), clock.instant());
        return NewHookJson.of(HookJson.of(added.hook()), added.secret().value());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable HookId id) {
        hooks.remove(actor, id, clock.instant());
    }

    /** Newest first. */
    @GetMapping("/{id}/deliveries")
    Listing<DeliveryJson> deliveries(
            Actor actor,
            @PathVariable HookId id,
            @RequestParam(required = false) @Nullable DeliveryId cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var some = hooks.deliveries(actor, id, cursor, limit + 1).stream()
                .map(DeliveryJson::of)
                .toList();
        return Listing.first(some, DeliveryJson::id, limit);
    }

    record Wish(
            @NotNull String url, @NotNull @Size(max = 50) List<@NotNull @Size(max = 64) String> events) {}

    record HookJson(String id, String url, List<String> events, Instant createdAt) {
        static HookJson of(Hook hook) {
            return new HookJson(
                    hook.id().toString(),
                    hook.address().value(),
                    hook.topics().stream().sorted().map(Topic::word).toList(),
                    hook.createdAt());
        }
    }

    record NewHookJson(String id, String url, List<String> events, Instant createdAt, String secret) {
        static NewHookJson of(HookJson hook, String secret) {
            return new NewHookJson(hook.id(), hook.url(), hook.events(), hook.createdAt(), secret);
        }
    }

    record DeliveryJson(
            String id,
            String event,
            Instant at,
            int attempts,
            DeliveryState state,
            @Nullable Integer status,
            @Nullable Trouble error,
            @Nullable Instant nextAt) {
        static DeliveryJson of(Delivery delivery) {
            var last = delivery.last();
            return new DeliveryJson(
                    delivery.id().toString(),
                    delivery.topic().word(),
                    delivery.at(),
                    delivery.attempts(),
                    delivery.standing().state(),
                    last == null ? null : last.status(),
                    last == null ? null : last.trouble(),
                    delivery.standing().nextAt());
        }
    }
}
