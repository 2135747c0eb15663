package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Listing;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.domain.ShopWish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shops")
class ShopsApi {
    private final ManageShops shops;
    private final Clock clock;

    ShopsApi(ManageShops shops, Clock clock) {
        this.shops = shops;
        this.clock = clock;
    }

    @GetMapping
    Listing<ShopJson> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var all = shops.list(actor).stream().map(ShopJson::of).toList();
        return Listing.of(all, ShopJson::id, cursor, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ShopJson> create(Actor actor, @RequestBody @Valid NewShop wish) {
        var created = ShopJson.of(shops.create(
                actor, wish.name().strip(), wish.region(), wish.status() != Status.DISABLED, clock.instant()));
        return ResponseEntity.created(URI.create("/api/v1/shops/" + created.id()))
                .body(created);
    }

    @PatchMapping("/{id}")
    ShopJson change(Actor actor, @PathVariable ShopId id, @RequestBody @Valid ShopChange wish) {
        return ShopJson.of(shops.change(actor, id, wish.shop(), clock.instant()));
    }

    enum Status {
        AUTHORIZED,
        DISABLED
    }

    record NewShop(
            @NotNull @OneLine @Size(max = 100) String name,
            @NotNull @Size(max = 2) String region,
            @Nullable Status status) {}

    record ShopChange(
            @Nullable @OneLine @Size(max = 100) String name,
            @Nullable @Size(max = 2) String region,
            @Nullable Status status) {
        ShopWish shop() {
            return new ShopWish(
                    name == null ? null : name.strip(), region, status == null ? null : status == Status.AUTHORIZED);
        }
    }

    record ShopJson(String id, String name, String region, String status, String zone) {
        static ShopJson of(Shop shop) {
            return new ShopJson(
                    shop.id().toString(),
                    shop.name(),
                    shop.region(),
                    (shop.authorized() ? Status.AUTHORIZED : Status.DISABLED).name(),
                    shop.zone().getId());
        }
    }
}
