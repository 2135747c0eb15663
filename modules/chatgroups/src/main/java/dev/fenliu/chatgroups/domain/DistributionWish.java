package dev.fenliu.chatgroups.domain;

import dev.fenliu.chatgroups.TieBreak;
import org.jspecify.annotations.Nullable;

/** Settings as somebody wishes them; what is null stays as it is. */
public record DistributionWish(
        @Nullable Boolean enabled,
        @Nullable Boolean includeMain,
        @Nullable Integer cap,
        @Nullable TieBreak tieBreak) {

    DistributionSettings over(DistributionSettings now) {
        return new DistributionSettings(
                enabled == null ? now.enabled() : enabled,
                includeMain == null ? now.includeMain() : includeMain,
                cap == null ? now.cap() : cap,
                tieBreak == null ? now.tieBreak() : tieBreak);
    }

    boolean insistsOnDistribution() {
        return Boolean.TRUE.equals(enabled);
    }
}
