package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.domain.Role;
import dev.fenliu.accounts.domain.RoleNameTaken;
import dev.fenliu.accounts.domain.Roles;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRoles implements Roles {
    private final JdbcClient jdbc;

    JdbcRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(EnterpriseId enterprise, Role role, Instant createdAt) {
        try {
            jdbc.sql("""
                            insert into account_role (id, enterprise_id, name, description, built_in, created_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            role.id().value(),
                            enterprise.value(),
                            role.name(),
                            role.description(),
                            role.builtIn(),
                            Moments.write(createdAt))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new RoleNameTaken(role.name());
        }
        allow(role);
    }

    @Override
    public void save(EnterpriseId enterprise, Role role) {
        try {
            jdbc.sql("update account_role set name = ?, description = ? where enterprise_id = ? and id = ?")
                    .params(
                            role.name(),
                            role.description(),
                            enterprise.value(),
                            role.id().value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new RoleNameTaken(role.name());
        }
        jdbc.sql("delete from account_role_permission where role_id = ?")
                .param(role.id().value())
                .update();
        allow(role);
    }

    @Override
    public void remove(EnterpriseId enterprise, RoleId role) {
        jdbc.sql("delete from account_grant where enterprise_id = ? and role_id = ?")
                .params(enterprise.value(), role.value())
                .update();
        jdbc.sql("delete from account_role where enterprise_id = ? and id = ?")
                .params(enterprise.value(), role.value())
                .update();
    }

    private void allow(Role role) {
        for (var permission : role.permissions()) {
            jdbc.sql("insert into account_role_permission (role_id, permission) values (?, ?)")
                    .params(role.id().value(), permission.name())
                    .update();
        }
    }
}
