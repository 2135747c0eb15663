package dev.fenliu.webchat.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.domain.Rating;
import dev.fenliu.webchat.domain.Ratings;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRatings implements Ratings {
    private final JdbcClient jdbc;

    JdbcRatings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Rating> of(EnterpriseId enterprise, ConversationId conversation) {
        return jdbc.sql("select score, comment from webchat_rating where conversation_id = ? and enterprise_id = ?")
                .params(conversation.value(), enterprise.value())
                .query((row, _) -> new Rating(row.getInt("score"), row.getString("comment")))
                .optional();
    }

    @Override
    public boolean add(EnterpriseId enterprise, ConversationId conversation, Rating rating, Instant now) {
        return jdbc.sql("""
                        insert ignore into webchat_rating (conversation_id, enterprise_id, score, comment, at)
                        values (?, ?, ?, ?, ?)
                        """)
                        .params(
                                conversation.value(),
                                enterprise.value(),
                                rating.score(),
                                rating.comment(),
                                Moments.write(now))
                        .update()
                > 0;
    }
}
