package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.RoleId;
import java.util.Set;

/** A named set of permissions, given to members shop by shop. */
public record Role(RoleId id, String name, String description, boolean builtIn, Set<Permission> permissions) {
    public Role {
        permissions = Set.copyOf(permissions);
    }
}
