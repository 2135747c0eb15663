package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An enterprise with two shops, put together member by member. */
final class AccountsFixtures {
    static final ShopId A = new ShopId(1);
    static final ShopId B = new ShopId(2);
    static final MemberId MAIN = new MemberId(10);

    private final Enterprise enterprise = new Enterprise(new EnterpriseId(7), "acme", "Acme", ZoneId.of("Asia/Taipei"));
    private final List<Member> members = new ArrayList<>(List.of(member(10, "main", true)));
    private final List<Role> roles = new ArrayList<>();
    private final Map<MemberId, List<Grant>> grants = new HashMap<>();

    /** Somebody who holds exactly that there; null is every shop. */
    MemberId with(@Nullable ShopId where, Set<Permission> permissions) {
        var id = 11 + members.size();
        members.add(member(id, "m" + id, false));
        grants.put(new MemberId(id), List.of(new Grant(role(permissions).id(), where)));
        return new MemberId(id);
    }

    Role role(Set<Permission> permissions) {
        var role = new Role(new RoleId(100 + roles.size()), "role" + roles.size(), "", false, permissions);
        roles.add(role);
        return role;
    }

    EnterpriseSnapshot snapshot() {
        var shops = List.of(shop(A, "賣場A"), shop(B, "賣場B"));
        return new EnterpriseSnapshot(enterprise, shops, members, roles, grants, Set.of(), Set.of());
    }

    Authority authority(MemberId who) {
        return new Authority(snapshot(), who);
    }

    static Set<Permission> all() {
        return EnumSet.allOf(Permission.class);
    }

    static Set<Permission> allBut(Permission missing) {
        return EnumSet.complementOf(EnumSet.of(missing));
    }

    private Shop shop(ShopId id, String name) {
        return new Shop(id, enterprise.id(), name, "TW", true, ZoneId.of("Asia/Taipei"));
    }

    private Member member(long id, String login, boolean main) {
        var createdAt = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(id);
        return new Member(new MemberId(id), enterprise.id(), "acme:" + login, login, main, true, createdAt);
    }
}
