package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.domain.DeskCounts;
import dev.fenliu.webchat.domain.DeskFilter;
import dev.fenliu.webchat.domain.DeskPlace;
import dev.fenliu.webchat.domain.Listed;
import dev.fenliu.webchat.domain.Lists;
import dev.fenliu.webchat.domain.StateFilter;
import dev.fenliu.webchat.domain.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLists implements Lists {
    private static final String SELECT =
            "select straight_join " + Rows.CONVERSATION + ", " + Rows.BUYER + " from webchat_conversation c ";
    private static final String WITH_BUYER = "join webchat_buyer b on b.id = c.buyer_id where c.enterprise_id = ? ";

    private static final String OPEN =
            "force index (webchat_conversation_open) " + WITH_BUYER + "and c.open_owner = ? ";

    private static final String BY_STATE = "force index (webchat_conversation_by_state) ";

    private final JdbcClient jdbc;

    JdbcLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Listed> these(EnterpriseId enterprise, Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Object>();
        parameters.add(enterprise.value());
        conversations.forEach(conversation -> parameters.add(conversation.value()));
        var places = "?, ".repeat(conversations.size() - 1) + "?";
        return query(
                SELECT + "force index (primary) " + WITH_BUYER + "and c.id in (" + places + ") order by c.id",
                parameters);
    }

    @Override
    public List<Listed> desk(
            EnterpriseId enterprise, MemberId owner, DeskFilter filter, @Nullable DeskPlace after, int limit) {
        var query = new StringBuilder(SELECT);
        var parameters = new ArrayList<Object>();
        parameters.add(enterprise.value());
        parameters.add(owner.value());
        query.append(
                switch (filter) {
                    case ALL -> OPEN;
                    case AWAITING -> OPEN + "and c.buyer_spoke_last ";
                    case FORWARDED -> OPEN + "and c.forwarded_by is not null ";
                    case UNREAD ->
                        "force index (webchat_conversation_unread) " + WITH_BUYER + "and c.unread_owner = ? ";
                });
        if (after != null) {
            query.append("and (c.last_talked_at < ? or (c.last_talked_at = ? and c.id < ?)) ");
            parameters.add(Moments.write(after.lastTalkedAt()));
            parameters.add(Moments.write(after.lastTalkedAt()));
            parameters.add(after.conversation().value());
        }
        query.append("order by c.last_talked_at desc, c.id desc limit ?");
        parameters.add(limit);
        return query(query.toString(), parameters);
    }

    @Override
    public DeskCounts counts(EnterpriseId enterprise, MemberId owner) {
        return jdbc.sql("""
                        select count(*) as open, count(unread_owner) as unread,
                            count(case when buyer_spoke_last then 1 end) as awaiting, count(forwarded_by) as forwarded
                        from webchat_conversation force index (webchat_conversation_open)
                        where enterprise_id = :enterprise and open_owner = :owner
                        """)
                .param("enterprise", enterprise.value())
                .param("owner", owner.value())
                .query((row, _) -> new DeskCounts(
                        row.getInt("open"), row.getInt("unread"), row.getInt("awaiting"), row.getInt("forwarded")))
                .single();
    }

    @Override
    public List<Listed> unanswered(EnterpriseId enterprise, MemberId owner, int limit) {
        return query(
                SELECT + "force index (webchat_conversation_unanswered) " + WITH_BUYER
                        + "and c.unanswered_owner = ? order by c.id desc limit ?",
                List.of(enterprise.value(), owner.value(), limit));
    }

    @Override
    public List<Listed> search(
            EnterpriseId enterprise, Wanted wanted, Set<ShopId> within, @Nullable ConversationId before, int limit) {
        var query = new StringBuilder(SELECT + inOrder(wanted) + WITH_BUYER);
        var parameters = new ArrayList<Object>();
        narrow(query, parameters, enterprise, wanted, within);
        if (before != null) {
            query.append("and c.id < ? ");
            parameters.add(before.value());
        }
        query.append("order by c.id desc limit ?");
        parameters.add(limit);
        return query(query.toString(), parameters);
    }

    @Override
    public int count(EnterpriseId enterprise, Wanted wanted, Set<ShopId> within) {
        var query = new StringBuilder(
                "select count(*) from webchat_conversation c " + inOrder(wanted) + "where c.enterprise_id = ? ");
        var parameters = new ArrayList<Object>();
        narrow(query, parameters, enterprise, wanted, within);
        return jdbc.sql(query.toString())
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private static void narrow(
            StringBuilder query, List<Object> parameters, EnterpriseId enterprise, Wanted wanted, Set<ShopId> within) {
        parameters.add(enterprise.value());
        var shops = wanted.shop() == null ? within : Set.of(wanted.shop());
        if (!shops.isEmpty()) {
            query.append("and c.shop_id in (" + "?, ".repeat(shops.size() - 1) + "?) ");
            shops.forEach(shop -> parameters.add(shop.value()));
        }
        if (wanted.owner() != null) {
            query.append("and c." + owner(wanted.state()) + " = ? ");
            parameters.add(wanted.owner().value());
        }
        if (wanted.state() != null) {
            query.append(
                    switch (wanted.state()) {
                        case UNREAD -> "and c.state = 'OPEN' and c.unread_owner is not null ";
                        case READ -> "and c.state = 'OPEN' and c.unread_owner is null ";
                        case OPEN, WAITING, CLOSED, CLOSED_UNANSWERED -> "and c.state = '" + wanted.state() + "' ";
                    });
        }
    }

    private static String owner(@Nullable StateFilter state) {
        return switch (state) {
            case OPEN, READ -> "open_owner";
            case UNREAD -> "unread_owner";
            case WAITING, CLOSED, CLOSED_UNANSWERED -> "owner_id";
            case null -> "owner_id";
        };
    }

    /**
     * The index that has them in the order of the list already, or has no more of them than are open: in a small shop the
     * optimizer would sort them all.
     */
    private static String inOrder(Wanted wanted) {
        var owned = wanted.owner() != null;
        return switch (wanted.state()) {
            case OPEN, READ -> owned ? "force index (webchat_conversation_open) " : BY_STATE;
            case UNREAD -> owned ? "force index (webchat_conversation_unread) " : BY_STATE;
            case WAITING -> BY_STATE;
            case CLOSED, CLOSED_UNANSWERED -> "";
            case null -> {
                if (owned) {
                    yield "force index (webchat_conversation_by_owner) ";
                }
                yield wanted.shop() != null
                        ? "force index (webchat_conversation_by_shop) "
                        : "force index (webchat_conversation_by_age) ";
            }
        };
    }

    private List<Listed> query(String sql, List<Object> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, _) -> new Listed(Rows.conversation(row), Rows.buyer(row)))
                .list();
    }
}
