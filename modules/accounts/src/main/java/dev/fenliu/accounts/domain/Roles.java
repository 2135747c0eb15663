package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.RoleId;
import java.time.Instant;

/** The roles as they are stored. */
public interface Roles {
    /** Throws {@link RoleNameTaken}. */
    void add(EnterpriseId enterprise, Role role, Instant createdAt);

    /** Throws {@link RoleNameTaken}. */
    void save(EnterpriseId enterprise, Role role);

    /** Nobody holds it any more either. */
    void remove(EnterpriseId enterprise, RoleId role);
}
