package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;
import static dev.fenliu.accounts.Permission.MANAGE_ROLES;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.EnterpriseSnapshot.Holder;
import dev.fenliu.accounts.domain.Grant;
import dev.fenliu.accounts.domain.Role;
import dev.fenliu.accounts.domain.UnknownRole;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the roles (角色) with who has them. */
@Service
public class SeeRoles {
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final RoleSettings settings;

    SeeRoles(CurrentSnapshots snapshots, Permissions permissions, RoleSettings settings) {
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public Overview all(Actor actor) {
        var enterprise = readable(actor);
        var rows = enterprise.roles().stream()
                .map(it -> new Row(it, enterprise.holdersOf(it.id()).size()))
                .toList();
        var own = (int) enterprise.roles().stream().filter(it -> !it.builtIn()).count();
        var makes = new Authority(enterprise, actor.member()).mayShape(Set.of());
        return new Overview(rows, own, settings.own(), makes);
    }

    /**
     * The roles of an enterprise.
     *
     * @param own how many of them are its own
     * @param most how many may be
     * @param makes whether whoever looks may make one
     */
    public record Overview(List<Row> rows, int own, int most, boolean makes) {
        public boolean hasRoom() {
            return own < most;
        }
    }

    /** A role, and how many members hold it. */
    public record Row(Role role, int holders) {}

    @Transactional(readOnly = true)
    public View of(Actor actor, RoleId id) {
        var enterprise = readable(actor);
        var role = enterprise.role(id).orElseThrow(UnknownRole::new);
        var authority = new Authority(enterprise, actor.member());
        var holders = enterprise.holdersOf(id).stream()
                .map(it -> held(it, enterprise))
                .toList();
        return new View(role, holders, !role.builtIn() && authority.mayShape(role.permissions()), offered(authority));
    }

    /**
     * A role as a form shows it.
     *
     * @param editable whether whoever looks may change it
     * @param offered what they may allow
     */
    public record View(Role role, List<Held> holders, boolean editable, Set<Permission> offered) {}

    /**
     * A member who holds a role.
     *
     * @param shops empty for every shop
     */
    public record Held(Member member, List<Shop> shops) {}

    /** What whoever looks may allow in a new role. */
    @Transactional(readOnly = true)
    public Set<Permission> offered(Actor actor) {
        var authority = new Authority(readable(actor), actor.member());
        authority.requireShape(Set.of());
        return offered(authority);
    }

    private static Set<Permission> offered(Authority authority) {
        return Arrays.stream(Permission.values())
                .filter(it -> authority.mayShape(Set.of(it)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Held held(Holder holder, EnterpriseSnapshot enterprise) {
        if (holder.grants().stream().anyMatch(Grant::everywhere)) return new Held(holder.member(), List.of());
        var shops = holder.grants().stream()
                .map(it -> enterprise.shop(Objects.requireNonNull(it.shop())).orElseThrow())
                .toList();
        return new Held(holder.member(), shops);
    }

    private EnterpriseSnapshot readable(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_ROLES) && !permissions.allowSomewhere(actor, MANAGE_MEMBERS)) {
            throw new NotAllowed();
        }
        return snapshots.of(actor.enterprise());
    }
}
