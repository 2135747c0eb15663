package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a shop distributes its chats. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/distribution")
class DistributionApi {
    private final ManageDistribution distribution;
    private final SeeChatGroups chatGroups;
    private final Clock clock;

    DistributionApi(ManageDistribution distribution, SeeChatGroups chatGroups, Clock clock) {
        this.distribution = distribution;
        this.chatGroups = chatGroups;
        this.clock = clock;
    }

    @GetMapping
    DistributionJson get(Actor actor, @PathVariable String shop) {
        var settings = chatGroups.shop(actor, shop).settings();
        return new DistributionJson(settings.enabled(), settings.includeMain(), settings.cap(), settings.tieBreak());
    }

    @PutMapping
    DistributionJson put(Actor actor, @PathVariable String shop, @RequestBody Wish wish) {
        var where = chatGroups.find(actor, shop).id();
        var setup = distribution.change(actor, where, wish.settings(), LastMember.TURN_OFF, clock.instant());
        return new DistributionJson(setup.enabled(), setup.includeMain(), setup.cap(), setup.tieBreak());
    }

    record DistributionJson(boolean enabled, boolean includeMain, int cap, TieBreak tieBreak) {}

    /** What is left out stays as it is. */
    record Wish(
            @Nullable Boolean enabled,
            @Nullable Boolean includeMain,
            @Nullable Long cap,
            @Nullable TieBreak tieBreak) {
        ManageDistribution.Wish settings() {
            return new ManageDistribution.Wish(enabled, includeMain, cap == null ? null : nearest(cap), tieBreak);
        }

        // Far out of range is out of range.
        private static int nearest(long cap) {
            return Math.clamp(cap, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    }
}
