package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;
import static dev.fenliu.accounts.Permission.MANAGE_ROLES;
import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.AccountEvent.AccessChanging;
import dev.fenliu.accounts.AccountEvent.RolesChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.Role;
import dev.fenliu.accounts.domain.RoleIsBuiltIn;
import dev.fenliu.accounts.domain.RoleWish;
import dev.fenliu.accounts.domain.Roles;
import dev.fenliu.accounts.domain.TooManyRoles;
import dev.fenliu.accounts.domain.UnknownRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the roles (角色) to whoever gives them, and lets them be made, changed and deleted. */
@Service
public class ManageRoles {
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final Roles roles;
    private final RoleSettings settings;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    ManageRoles(
            CurrentSnapshots snapshots,
            Permissions permissions,
            Roles roles,
            RoleSettings settings,
            Ids ids,
            ApplicationEventPublisher events) {
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.roles = roles;
        this.settings = settings;
        this.ids = ids;
        this.events = events;
    }

    /** In the order of their creation. */
    @Transactional(readOnly = true)
    public List<Role> list(Actor actor) {
        requireReader(actor);
        return snapshots.of(actor.enterprise()).roles();
    }

    @Transactional
    public Role create(Actor actor, RoleWish wish, Instant now) {
        requireManager(actor);
        events.publishEvent(new AccessChanging(actor, now));
        var enterprise = snapshots.locked(actor.enterprise());
        var role = wish.created(new RoleId(ids.next()), enterprise);
        new Authority(enterprise, actor.member()).requireShape(role.permissions());
        if (own(enterprise) >= settings.own()) throw new TooManyRoles(settings.own());

        roles.add(actor.enterprise(), role, now);
        say(actor, "role-created", role, Map.of(), described(role), now);
        return role;
    }

    @Transactional
    public Role change(Actor actor, RoleId id, RoleWish wish, Instant now) {
        requireManager(actor);
        events.publishEvent(new AccessChanging(actor, now));
        var enterprise = snapshots.locked(actor.enterprise());
        var before = enterprise.role(id).orElseThrow(UnknownRole::new);
        var after = wish.appliedTo(before, enterprise);
        if (after.equals(before)) return before;
        var authority = new Authority(enterprise, actor.member());
        authority.requireShape(before.permissions());
        authority.requireShape(after.permissions());

        roles.save(actor.enterprise(), after);
        say(actor, "role-changed", after, described(before), described(after), now);
        return after;
    }

    /** Whoever holds it loses what it allowed. */
    @Transactional
    public Role delete(Actor actor, RoleId id, Instant now) {
        requireManager(actor);
        events.publishEvent(new AccessChanging(actor, now));
        var enterprise = snapshots.locked(actor.enterprise());
        var role = enterprise.role(id).orElseThrow(UnknownRole::new);
        if (role.builtIn()) throw new RoleIsBuiltIn(role.name());
        new Authority(enterprise, actor.member()).requireShape(role.permissions());

        roles.remove(actor.enterprise(), id);
        say(actor, "role-deleted", role, described(role), Map.of(), now);
        return role;
    }

    private void say(
            Actor actor, String action, Role role, Map<String, String> before, Map<String, String> after, Instant now) {
        snapshots.changed(actor.enterprise());
        var activity = new Activity(actor, action, role.name(), null, before, after, now);
        events.publishEvent(new RolesChanged(actor.enterprise(), role.id(), activity, now));
    }

    private void requireReader(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_ROLES) && !permissions.allowSomewhere(actor, MANAGE_MEMBERS)) {
            throw new NotAllowed();
        }
    }

    private void requireManager(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_ROLES)) throw new NotAllowed();
    }

    private static long own(EnterpriseSnapshot enterprise) {
        return enterprise.roles().stream().filter(it -> !it.builtIn()).count();
    }

    private static Map<String, String> described(Role role) {
        var allowed = role.permissions().stream().sorted().map(Enum::name).collect(joining(", "));
        return Map.of("name", role.name(), "description", role.description(), "permissions", allowed);
    }
}
