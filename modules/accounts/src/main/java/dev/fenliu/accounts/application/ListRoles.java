package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;
import static dev.fenliu.accounts.Permission.MANAGE_ROLES;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.domain.Role;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the roles (角色) to whoever gives or changes them. */
@Service
public class ListRoles {
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;

    ListRoles(CurrentSnapshots snapshots, Permissions permissions) {
        this.snapshots = snapshots;
        this.permissions = permissions;
    }

    /** In the order of their creation. */
    @Transactional(readOnly = true)
    public List<Role> list(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_ROLES) && !permissions.allowSomewhere(actor, MANAGE_MEMBERS)) {
            throw new NotAllowed();
        }
        return snapshots.of(actor.enterprise()).roles();
    }
}
