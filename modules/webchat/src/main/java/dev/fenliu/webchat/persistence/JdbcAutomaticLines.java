package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.chatgroups.AutomaticReplies.Kind;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.domain.AutomaticLines;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAutomaticLines implements AutomaticLines {
    private final JdbcClient jdbc;

    JdbcAutomaticLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Kind> sentAfter(EnterpriseId enterprise, BuyerId buyer, Instant then) {
        var kinds = EnumSet.noneOf(Kind.class);
        jdbc.sql("select kind from webchat_automatic where buyer_id = ? and sent_at > ? and enterprise_id = ?")
                .params(buyer.value(), Moments.write(then), enterprise.value())
                .query(row -> {
                    kinds.add(Kind.valueOf(row.getString("kind")));
                });
        return kinds;
    }

    @Override
    public void sent(EnterpriseId enterprise, BuyerId buyer, Kind kind, Instant now) {
        jdbc.sql("""
                        insert into webchat_automatic (buyer_id, kind, enterprise_id, sent_at) values (?, ?, ?, ?)
                        on duplicate key update sent_at = values(sent_at)
                        """)
                .params(buyer.value(), kind.name(), enterprise.value(), Moments.write(now))
                .update();
    }
}
