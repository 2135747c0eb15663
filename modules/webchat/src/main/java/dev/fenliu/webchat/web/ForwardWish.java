package dev.fenliu.webchat.web;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.domain.TargetIsUnclear;
import org.jspecify.annotations.Nullable;

/**
 * What an agent fills into the form of a forward.
 *
 * @param to {@code member:17} or {@code group:18}
 */
record ForwardWish(@Nullable String to, @Nullable String note) {
    /** Throws {@link TargetIsUnclear}. */
    Target target() {
        var parts = to == null ? new String[0] : to.split(":", 2);
        if (parts.length < 2) {
            throw new TargetIsUnclear();
        }
        try {
            return switch (parts[0]) {
                case "member" -> Target.of(MemberId.of(parts[1]));
                case "group" -> Target.of(GroupId.of(parts[1]));
                default -> throw new TargetIsUnclear();
            };
        } catch (NumberFormatException noId) {
            throw new TargetIsUnclear();
        }
    }
}
