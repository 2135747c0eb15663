package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.Desks.Stretch;
import dev.fenliu.routing.Staging.Waiting;
import dev.fenliu.webchat.OpenConversations.Count;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything the figures of one enterprise are made of, read at one moment.
 *
 * @param counted what happened on each of the days that are looked at
 */
public record Readings(
        Instant now,
        Map<Day, List<Counted>> counted,
        List<Stretch> stretches,
        List<Count> open,
        Map<ShopId, Waiting> waiting,
        Map<MemberId, AtWork> floor) {
    List<Counted> on(Day day) {
        return counted.getOrDefault(day, List.of());
    }

    Presence presence(MemberId member) {
        var atWork = floor.get(member);
        return atWork == null ? Presence.OFFLINE : atWork.presence();
    }
}
