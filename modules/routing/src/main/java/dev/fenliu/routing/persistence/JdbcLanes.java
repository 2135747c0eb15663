package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.domain.Lanes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLanes implements Lanes {
    private final JdbcClient jdbc;
    private final Directory directory;

    JdbcLanes(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public void enter(EnterpriseId enterprise) {
        if (!take("select enterprise_id from routing_lane where enterprise_id = ? for update", enterprise)) {
            // Whoever finds the row here after all must lock it for writing: two who only read it wait for each other.
            jdbc.sql("""
                            insert into routing_lane (enterprise_id) values (?)
                            on duplicate key update enterprise_id = values(enterprise_id)""").param(enterprise.value()).update();
        }
        // Who had it before may have changed what was read before.
        directory.readAnew(enterprise);
    }

    @Override
    public boolean tryEnter(EnterpriseId enterprise) {
        var entered = take(
                "select enterprise_id from routing_lane where enterprise_id = ? for update skip locked", enterprise);
        directory.readAnew(enterprise);
        return entered;
    }

    private boolean take(String sql, EnterpriseId enterprise) {
        return jdbc.sql(sql)
                .param(enterprise.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }
}
