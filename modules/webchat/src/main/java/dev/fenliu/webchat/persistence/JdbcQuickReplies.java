package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.webchat.ReplyId;
import dev.fenliu.webchat.domain.QuickReplies;
import dev.fenliu.webchat.domain.QuickReply;
import dev.fenliu.webchat.domain.UnknownReply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQuickReplies implements QuickReplies {
    private final JdbcClient jdbc;

    JdbcQuickReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<QuickReply> on(EnterpriseId enterprise, Shelf shelf) {
        return jdbc.sql("select id, title, text from webchat_quick_reply where enterprise_id = :enterprise and "
                        + column(shelf) + " = :shelf order by id")
                .param("enterprise", enterprise.value())
                .param("shelf", id(shelf))
                .query((row, _) -> reply(row))
                .list();
    }

    @Override
    public List<QuickReply> atHand(EnterpriseId enterprise, ShopId shop, MemberId member) {
        return jdbc.sql("""
                        select id, title, text, 1 as place from webchat_quick_reply
                        where enterprise_id = :enterprise and shop_id = :shop
                        union all
                        select id, title, text, 2 as place from webchat_quick_reply
                        where enterprise_id = :enterprise and member_id = :member
                        order by place, id
                        """)
                .param("enterprise", enterprise.value())
                .param("shop", shop.value())
                .param("member", member.value())
                .query((row, _) -> reply(row))
                .list();
    }

    private static QuickReply reply(ResultSet row) throws SQLException {
        return new QuickReply(new ReplyId(row.getLong("id")), row.getString("title"), row.getString("text"));
    }

    @Override
    public void add(EnterpriseId enterprise, Shelf shelf, QuickReply reply) {
        jdbc.sql("insert into webchat_quick_reply (id, enterprise_id, " + column(shelf)
                        + ", title, text) values (?, ?, ?, ?, ?)")
                .params(reply.id().value(), enterprise.value(), id(shelf), reply.title(), reply.text())
                .update();
    }

    @Override
    public void change(EnterpriseId enterprise, Shelf shelf, QuickReply reply) {
        var found = jdbc.sql("update webchat_quick_reply set title = :title, text = :text "
                        + "where enterprise_id = :enterprise and id = :id and " + column(shelf) + " = :shelf")
                .param("title", reply.title())
                .param("text", reply.text())
                .param("enterprise", enterprise.value())
                .param("shelf", id(shelf))
                .param("id", reply.id().value())
                .update();
        requireOne(found);
    }

    @Override
    public void remove(EnterpriseId enterprise, Shelf shelf, ReplyId id) {
        var found = jdbc.sql("delete from webchat_quick_reply where enterprise_id = :enterprise and " + column(shelf)
                        + " = :shelf and id = :id")
                .param("enterprise", enterprise.value())
                .param("shelf", id(shelf))
                .param("id", id.value())
                .update();
        requireOne(found);
    }

    private static void requireOne(int found) {
        if (found == 0) {
            throw new UnknownReply();
        }
    }

    private static String column(Shelf shelf) {
        return switch (shelf) {
            case OfShop it -> "shop_id";
            case OfMember it -> "member_id";
        };
    }

    private static long id(Shelf shelf) {
        return switch (shelf) {
            case OfShop it -> it.shop().value();
            case OfMember it -> it.member().value();
        };
    }
}
