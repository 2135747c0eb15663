package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.RoleId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a role is to be from now on; what is null stays as it is, or is empty for a new one. */
public record RoleWish(
        @Nullable String name,
        @Nullable String description,
        @Nullable Set<Permission> permissions) {
    public static final int LONGEST_NAME = 50;
    public static final int LONGEST_DESCRIPTION = 200;

    public Role created(RoleId id, EnterpriseSnapshot enterprise) {
        return appliedTo(new Role(id, "", "", false, Set.of()), enterprise);
    }

    /** Throws {@link RoleNameUnfit}, {@link RoleNameTaken} and {@link RoleDescriptionUnfit}. */
    public Role appliedTo(Role role, EnterpriseSnapshot enterprise) {
        if (role.builtIn()) throw new RoleIsBuiltIn(role.name());
        return new Role(
                role.id(),
                free(name == null ? role.name() : name.strip(), role.id(), enterprise),
                described(description == null ? role.description() : description.strip()),
                false,
                permissions == null ? role.permissions() : permissions);
    }

    private static String free(String name, RoleId id, EnterpriseSnapshot enterprise) {
        if (!Line.fits(name, LONGEST_NAME)) throw new RoleNameUnfit(LONGEST_NAME);
        var taken = enterprise.roles().stream()
                .anyMatch(it -> !it.id().equals(id) && it.name().equalsIgnoreCase(name));
        if (taken) throw new RoleNameTaken(name);
        return name;
    }

    private static String described(String description) {
        if (!description.isEmpty() && !Line.fits(description, LONGEST_DESCRIPTION)) {
            throw new RoleDescriptionUnfit(LONGEST_DESCRIPTION);
        }
        return description;
    }
}
