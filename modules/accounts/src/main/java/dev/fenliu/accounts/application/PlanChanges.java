package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.CHAT;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.OpenChats;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.accounts.domain.RoleWish;
import dev.fenliu.accounts.domain.UnknownRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who would lose what, before anything is changed. */
@Service
public class PlanChanges {
    private final CurrentSnapshots snapshots;
    private final OpenChats chats;

    PlanChanges(CurrentSnapshots snapshots, OpenChats chats) {
        this.snapshots = snapshots;
        this.chats = chats;
    }

    /** Refuses what would be refused. */
    @Transactional(readOnly = true)
    public List<Loss> ofMember(Actor actor, MemberId id, MemberWish wish) {
        var enterprise = snapshots.of(actor.enterprise());
        var authority = new Authority(enterprise, actor.member());
        var member = enterprise.member(id).orElseThrow(UnknownMember::new);
        var after = wish.appliedTo(member);
        if (!after.equals(member)) authority.requireEdit(id);
        var grants = wish.grants() == null ? enterprise.grantsOf(id) : GrantWish.changed(wish.grants(), id, authority);
        return losses(actor, enterprise, enterprise.with(after, grants));
    }

    /** Refuses what would be refused. */
    @Transactional(readOnly = true)
    public List<Loss> ofRole(Actor actor, RoleId id, RoleWish wish) {
        var enterprise = snapshots.of(actor.enterprise());
        var role = enterprise.role(id).orElseThrow(UnknownRole::new);
        new Authority(enterprise, actor.member()).requireShape(role.permissions());
        return losses(actor, enterprise, enterprise.with(wish.appliedTo(role, enterprise)));
    }

    /** Refuses what would be refused. */
    @Transactional(readOnly = true)
    public List<Loss> ofDeletion(Actor actor, RoleId id) {
        var enterprise = snapshots.of(actor.enterprise());
        var role = enterprise.role(id).orElseThrow(UnknownRole::new);
        new Authority(enterprise, actor.member()).requireShape(role.permissions());
        return losses(actor, enterprise, enterprise.without(id));
    }

    private List<Loss> losses(Actor actor, EnterpriseSnapshot now, EnterpriseSnapshot then) {
        var lost = new EnumMap<Permission, Map<MemberId, List<Shop>>>(Permission.class);
        for (var permission : Permission.values()) lost.put(permission, now.losing(permission, then));
        var losers = new LinkedHashSet<MemberId>();
        lost.values().forEach(it -> losers.addAll(it.keySet()));
        if (losers.isEmpty()) return List.of();
        var owned = chats.owned(actor.enterprise());
        return now.members().stream()
                .filter(it -> losers.contains(it.id()))
                .map(it -> loss(it, lost, owned.getOrDefault(it.id(), Map.of())))
                .toList();
    }

    private static Loss loss(
            Member member, Map<Permission, Map<MemberId, List<Shop>>> lost, Map<ShopId, Integer> owned) {
        var rights = new ArrayList<Loss.Right>();
        lost.forEach((permission, members) -> {
            var shops = members.getOrDefault(member.id(), List.of());
            if (!shops.isEmpty()) rights.add(new Loss.Right(permission, shops));
        });
        Set<ShopId> chats = new LinkedHashSet<>();
        lost.getOrDefault(CHAT, Map.of()).getOrDefault(member.id(), List.of()).forEach(it -> chats.add(it.id()));
        var conversations =
                chats.stream().mapToInt(it -> owned.getOrDefault(it, 0)).sum();
        return new Loss(member, List.copyOf(rights), conversations);
    }
}
