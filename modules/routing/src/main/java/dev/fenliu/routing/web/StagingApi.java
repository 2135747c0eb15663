package dev.fenliu.routing.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.routing.application.LookIntoStaging;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What waits in a shop's staging area, and who would get how much of it. */
@RestController
class StagingApi {
    private final LookIntoStaging staging;
    private final Directory directory;

    StagingApi(LookIntoStaging staging, Directory directory) {
        this.staging = staging;
        this.directory = directory;
    }

    record Area(int waiting, @Nullable Instant oldestSince, List<Share> forecast) {}

    record Share(String member, int wouldGet) {}

    @GetMapping("/api/v1/shops/{shop}/staging")
    Area show(@PathVariable String shop, Actor actor) {
        var found = directory.shopNamed(actor.enterprise(), shop).orElseThrow(UnknownShop::new);
        var waiting = staging.waiting(actor.enterprise(), found.id()).orElse(null);
        var forecast = staging.forecast(actor.enterprise(), found.id()).entrySet().stream()
                .map(entry -> new Share(entry.getKey().toString(), entry.getValue()))
                .toList();
        return new Area(
                waiting == null ? 0 : waiting.conversations(),
                waiting == null ? null : waiting.oldestSince(),
                forecast);
    }
}
