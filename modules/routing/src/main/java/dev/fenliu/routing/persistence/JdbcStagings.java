package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Staging.Place;
import dev.fenliu.routing.Staging.Waiting;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.domain.Request;
import dev.fenliu.routing.domain.Request.Held;
import dev.fenliu.routing.domain.Request.NewConversation;
import dev.fenliu.routing.domain.Request.OwnerGone;
import dev.fenliu.routing.domain.Request.Rerouted;
import dev.fenliu.routing.domain.Request.Staged;
import dev.fenliu.routing.domain.Stagings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStagings implements Stagings {
    private static final String OF_SHOP =
            "force index (routing_staging_by_shop) where enterprise_id = ? and phase = 'WAITING' and shop_id = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcStagings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void ask(EnterpriseId enterprise, Collection<? extends Request> requests) {
        // One that waits or is held already is asked for anew from its old place in the queue.
        batches.batchUpdate(
                """
                insert into routing_staging
                    (conversation_id, enterprise_id, shop_id, source, phase, cause, asked_at, owner_id, last_handler_id)
                values (?, ?, ?, ?, 'ASKED', ?, ?, ?, ?)
                on duplicate key update phase = 'ASKED', cause = values(cause), owner_id = values(owner_id),
                    held_until = null""",
                requests.stream()
                        .map(request -> new @Nullable Object[] {
                            request.conversation().value(),
                            enterprise.value(),
                            request.shop().value(),
                            request.source().name(),
                            cause(request).name(),
                            request.askedAt(),
                            value(owner(request)),
                            value(request.loyalTo())
                        })
                        .toList());
    }

    @Override
    public boolean hasAny(EnterpriseId enterprise) {
        return jdbc.sql("select 1 from routing_staging where enterprise_id = ? limit 1")
                .param(enterprise.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public boolean has(EnterpriseId enterprise, ConversationId conversation) {
        return jdbc.sql("select 1 from routing_staging where conversation_id = ? and enterprise_id = ?")
                .params(conversation.value(), enterprise.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public List<Request> due(EnterpriseId enterprise, Scan scan) {
        var query = new DueQuery(enterprise, scan);
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .query(StagingRow::request)
                .list();
    }

    // The index is named because the optimizer, seeing a small table, would sort all of it.
    @Override
    public List<Request.Staged> queue(EnterpriseId enterprise, ShopId shop, @Nullable Place after, int limit) {
        var sql = new StringBuilder("select * from routing_staging " + OF_SHOP);
        var parameters = new ArrayList<Object>(List.of(enterprise.value(), shop.value()));
        if (after != null) {
            sql.append(" and asked_at >= ? and (asked_at > ? or conversation_id > ?)");
            parameters.addAll(
                    List.of(after.since(), after.since(), after.conversation().value()));
        }
        parameters.add(limit);
        return jdbc.sql(sql.append(" order by asked_at, conversation_id limit ?")
                        .toString())
                .params(parameters)
                .query(StagingRow::staged)
                .list();
    }

    @Override
    public void stage(EnterpriseId enterprise, Collection<? extends Request> requests) {
        batches.batchUpdate(
                """
                update routing_staging set phase = 'WAITING', owner_id = ?, held_until = null
                where conversation_id = ? and enterprise_id = ?""",
                requests.stream()
                        .map(request -> new @Nullable Object[] {
                            value(preferredOwner(request)),
                            request.conversation().value(),
                            enterprise.value()
                        })
                        .toList());
    }

    @Override
    public void hold(EnterpriseId enterprise, Collection<Held> requests) {
        batches.batchUpdate(
                """
                update routing_staging set phase = 'HELD', owner_id = ?, held_until = ?
                where conversation_id = ? and enterprise_id = ?""",
                requests.stream()
                        .map(held -> new Object[] {
                            held.agent().value(),
                            held.heldUntil(),
                            held.conversation().value(),
                            enterprise.value()
                        })
                        .toList());
    }

    @Override
    public void remove(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        if (!conversations.isEmpty()) {
            jdbc.sql("""
                            delete from routing_staging
                            where conversation_id in (:conversations) and enterprise_id = :enterprise""")
                    .param("enterprise", enterprise.value())
                    .param(
                            "conversations",
                            conversations.stream()
                                    .map(ConversationId::value)
                                    .sorted()
                                    .toList())
                    .update();
        }
    }

    @Override
    public Map<ShopId, Waiting> waiting(EnterpriseId enterprise) {
        var byShop = new HashMap<ShopId, Waiting>();
        jdbc.sql("""
                        select shop_id, count(*) as conversations, min(asked_at) as oldest from routing_staging
                        where enterprise_id = ? and phase = 'WAITING' group by shop_id""").param(enterprise.value()).query(row -> {
            var shop = new ShopId(row.getLong("shop_id"));
            waiting(row).ifPresent(waiting -> byShop.put(shop, waiting));
        });
        return byShop;
    }

    @Override
    public Optional<Waiting> waiting(EnterpriseId enterprise, ShopId shop) {
        return jdbc.sql("select count(*) as conversations, min(asked_at) as oldest from routing_staging " + OF_SHOP)
                .params(enterprise.value(), shop.value())
                .query((row, _) -> waiting(row))
                .single();
    }

    @Override
    public int held(EnterpriseId enterprise, ShopId shop) {
        return jdbc.sql("""
                        select count(*) from routing_staging
                        where enterprise_id = ? and phase = 'HELD' and shop_id = ?""")
                .params(enterprise.value(), shop.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Instant> firstHeldUntil(Instant from) {
        return jdbc.sql("""
                        select /* of every enterprise */ min(held_until) as first from routing_staging
                        where phase = 'HELD' and held_until >= ?""")
                .param(from)
                .query((row, index) -> Optional.ofNullable(Moments.readOrNull(row, "first")))
                .single();
    }

    @Override
    public Map<EnterpriseId, Set<ShopId>> withHoldsOver(Instant now) {
        var shops = new HashMap<EnterpriseId, Set<ShopId>>();
        jdbc.sql("""
                        select /* of every enterprise */ distinct enterprise_id, shop_id from routing_staging
                        where phase = 'HELD' and held_until < ?""").param(now).query(row -> {
            shops.computeIfAbsent(new EnterpriseId(row.getLong("enterprise_id")), _ -> new HashSet<>())
                    .add(new ShopId(row.getLong("shop_id")));
        });
        return shops;
    }

    @Override
    public List<EnterpriseId> withAny() {
        return enterprises(jdbc.sql("select /* of every enterprise */ distinct enterprise_id from routing_staging"));
    }

    private static Optional<Waiting> waiting(ResultSet row) throws SQLException {
        var conversations = row.getInt("conversations");
        return conversations == 0
                ? Optional.empty()
                : Optional.of(new Waiting(conversations, Moments.read(row, "oldest")));
    }

    private static List<EnterpriseId> enterprises(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, index) -> new EnterpriseId(row.getLong("enterprise_id")))
                .list();
    }

    private static Trigger cause(Request request) {
        return switch (request) {
            case NewConversation fresh -> Trigger.MESSAGE;
            case OwnerGone gone -> Trigger.OWNER_GONE;
            case Rerouted rerouted -> rerouted.trigger();
            case Staged staged -> Trigger.AGENT_AVAILABLE;
            case Held held -> Trigger.HOLD_EXPIRED;
        };
    }

    private static @Nullable MemberId owner(Request request) {
        return switch (request) {
            case OwnerGone gone -> gone.owner();
            case Rerouted rerouted -> rerouted.owner();
            case Staged staged -> staged.formerOwner();
            case Held held -> held.agent();
            case NewConversation fresh -> null;
        };
    }

    /** Only one whose owner was gone prefers them on their return; a rerouted one was taken from its owner. */
    private static @Nullable MemberId preferredOwner(Request request) {
        return request instanceof OwnerGone gone ? gone.owner() : null;
    }

    private static @Nullable Long value(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }
}
