package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.domain.Role;
import dev.fenliu.accounts.domain.RoleWish;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A role as a form has it. */
record RoleForm(
        @Nullable String name,
        @Nullable String description,
        @Nullable Set<Permission> permissions) {
    static final RoleForm EMPTY = new RoleForm("", "", Set.of());

    static RoleForm of(Role role) {
        return new RoleForm(role.name(), role.description(), role.permissions());
    }

    RoleWish wished() {
        return new RoleWish(name == null ? "" : name, description == null ? "" : description, chosen());
    }

    public Set<Permission> chosen() {
        return permissions == null ? Set.of() : permissions;
    }
}
