package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.domain.ActivityLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcActivityLog implements ActivityLog {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcActivityLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(long id, Activity activity) {
        var actor = activity.actor();
        var member = actor.member();
        var shop = activity.shop();
        jdbc.sql("""
                        insert into account_activity (id, enterprise_id, at, member_id, actor_name, address, action,
                            subject, shop_id, before_json, after_json)
                        values (:id, :enterprise, :at, :member, :actor, :address, :action, :subject, :shop, :before,
                            :after)
                        """)
                .param("id", id)
                .param("enterprise", actor.enterprise().value())
                .param("at", Moments.write(activity.occurredAt()))
                .param("member", member == null ? null : member.value())
                .param("actor", actor.name())
                .param("address", actor.address())
                .param("action", activity.action())
                .param("subject", activity.subject())
                .param("shop", shop == null ? null : shop.value())
                .param("before", json.writeValueAsString(activity.before()))
                .param("after", json.writeValueAsString(activity.after()))
                .update();
    }

    @Override
    public List<Line> lines(EnterpriseId enterprise, Sight sight, Filter filter, int limit) {
        var member = filter.member();
        var shop = filter.shop();
        return seen(enterprise, sight, """
                        select id, at, member_id, actor_name, address, action, subject, shop_id, before_json, after_json
                        from account_activity
                        where enterprise_id = :enterprise
                          and (:all or member_id = :own or shop_id in (:shops))
                          and (:member is null or member_id = :member)
                          and (:action is null or action = :action)
                          and (:shop is null or shop_id = :shop)
                          and (:from is null or at >= :from)
                          and (:to is null or at < :to)
                          and (:before is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("member", member == null ? null : member.value())
                .param("action", filter.action())
                .param("shop", shop == null ? null : shop.value())
                .param("from", moment(filter.from()))
                .param("to", moment(filter.to()))
                .param("before", filter.before())
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    @Override
    public List<String> actions(EnterpriseId enterprise, Sight sight) {
        return seen(enterprise, sight, """
                        select distinct action from account_activity
                        where enterprise_id = :enterprise
                          and (:all or member_id = :own or shop_id in (:shops))
                        """)
                .query((row, _) -> row.getString("action"))
                .list();
    }

    private StatementSpec seen(EnterpriseId enterprise, Sight sight, String sql) {
        var own = sight.own();
        // Shop 0 is nobody's: the list in the query is never empty.
        var shops = sight.shops().isEmpty()
                ? List.of(0L)
                : sight.shops().stream().map(ShopId::value).toList();
        return jdbc.sql(sql)
                .param("enterprise", enterprise.value())
                .param("all", sight.all())
                .param("own", own == null ? null : own.value())
                .param("shops", shops);
    }

    private static @Nullable Object moment(@Nullable Instant instant) {
        return instant == null ? null : Moments.write(instant);
    }

    private Line line(ResultSet row) throws SQLException {
        var member = row.getObject("member_id", Long.class);
        var shop = row.getObject("shop_id", Long.class);
        return new Line(
                row.getLong("id"),
                Moments.read(row, "at"),
                member == null ? null : new MemberId(member),
                row.getString("actor_name"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject"),
                shop == null ? null : new ShopId(shop),
                json.readValue(row.getString("before_json"), VALUES),
                json.readValue(row.getString("after_json"), VALUES));
    }
}
