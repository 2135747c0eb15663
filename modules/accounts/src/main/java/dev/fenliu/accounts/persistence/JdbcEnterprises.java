package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.domain.CodeTaken;
import dev.fenliu.accounts.domain.EnterpriseCode;
import dev.fenliu.accounts.domain.Enterprises;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEnterprises implements Enterprises {
    private final JdbcClient jdbc;

    JdbcEnterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Enterprise enterprise, Instant createdAt) {
        try {
            jdbc.sql("""
                            insert into account_enterprise (id, code, name, zone, version, created_at)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            enterprise.id().value(),
                            enterprise.code(),
                            enterprise.name(),
                            enterprise.zone().getId(),
                            enterprise.id().value(),
                            Moments.write(createdAt))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new CodeTaken(enterprise.code());
        }
    }

    @Override
    public boolean any() {
        return jdbc.sql("select count(*) from account_enterprise")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<EnterpriseId> coded(EnterpriseCode code) {
        return jdbc.sql("select id from account_enterprise where code = ?")
                .param(code.value())
                .query((row, _) -> new EnterpriseId(row.getLong("id")))
                .optional();
    }
}
