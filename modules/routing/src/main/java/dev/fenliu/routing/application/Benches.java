package dev.fenliu.routing.application;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.Conversations;
import dev.fenliu.routing.domain.Agent;
import dev.fenliu.routing.domain.Attendance;
import dev.fenliu.routing.domain.Attendances;
import dev.fenliu.routing.domain.Bench;
import dev.fenliu.routing.domain.Decisions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Seats the benches of an enterprise: one snapshot of who may answer where, who is there, and with how much. */
@Component
class Benches {
    private final Directory directory;
    private final ChatGroups chatGroups;
    private final Conversations conversations;
    private final Attendances attendances;
    private final Decisions decisions;
    private final RoutingSettings settings;

    Benches(
            Directory directory,
            ChatGroups chatGroups,
            Conversations conversations,
            Attendances attendances,
            Decisions decisions,
            RoutingSettings settings) {
        this.directory = directory;
        this.chatGroups = chatGroups;
        this.conversations = conversations;
        this.attendances = attendances;
        this.decisions = decisions;
        this.settings = settings;
    }

    /** Every agent once, and the bench of every authorised shop. Those of shops that are 停用 stand apart. */
    record Seated(Map<MemberId, Agent> agents, Map<ShopId, Bench> benches, Map<ShopId, Bench> closed) {
        /** Of either kind; empty for a shop that is not the enterprise's. */
        Optional<Bench> bench(ShopId shop) {
            return Optional.ofNullable(benches.getOrDefault(shop, closed.get(shop)));
        }
    }

    Seated seat(EnterpriseId enterprise, Instant now) {
        var present = attendances.of(enterprise).stream()
                .map(attendance -> attendance.asOf(now, settings.offlineAfter()))
                .collect(Collectors.toMap(Attendance::member, Function.identity()));
        var loads = conversations.loads(enterprise);
        var lastAssigned = decisions.lastAssigned(enterprise);
        var agents = new HashMap<MemberId, Agent>();
        for (var member : directory.members(enterprise)) {
            var attendance = present.get(member.id());
            agents.put(
                    member.id(),
                    new Agent(
                            member.id(),
                            attendance == null ? Presence.OFFLINE : attendance.presence(),
                            attendance == null ? Instant.EPOCH : attendance.since(),
                            attendance == null ? null : attendance.lastSeen(),
                            member.createdAt(),
                            member.main(),
                            loads.getOrDefault(member.id(), 0),
                            lastAssigned.getOrDefault(member.id(), Instant.EPOCH)));
        }
        var setups = chatGroups.setups(enterprise);
        var main = get(agents, directory.mainAccount(enterprise));
        var benches = new HashMap<ShopId, Bench>();
        var closed = new HashMap<ShopId, Bench>();
        for (var shop : directory.shops(enterprise)) {
            var answering = directory.membersWith(enterprise, Permission.CHAT, shop.id()).stream()
                    .map(member -> get(agents, member))
                    .toList();
            var bench = new Bench(setups.getOrDefault(shop.id(), neverSetUp(shop)), main, answering);
            (shop.authorized() ? benches : closed).put(shop.id(), bench);
        }
        return new Seated(agents, benches, closed);
    }

    private static Agent get(Map<MemberId, Agent> agents, Member member) {
        var agent = agents.get(member.id());
        if (agent == null) {
            throw new IllegalStateException("not in the directory's own list: " + member.id());
        }
        return agent;
    }

    private static ShopSetup neverSetUp(Shop shop) {
        return new ShopSetup(shop.id(), false, false, 100, TieBreak.OLDEST_ACCOUNT, List.of());
    }
}
