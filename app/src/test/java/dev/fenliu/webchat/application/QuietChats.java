package dev.fenliu.webchat.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.webchat.BuyerId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closes what has been quiet in one enterprise alone, as the sweep does. */
@Component
public class QuietChats {
    private final CloseConversations closing;
    private final WebchatSettings settings;
    private final JdbcClient jdbc;

    QuietChats(CloseConversations closing, WebchatSettings settings, JdbcClient jdbc) {
        this.closing = closing;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    public void close(EnterpriseId enterprise, Instant now) {
        jdbc.sql("select buyer_id from webchat_conversation where enterprise_id = ? and read_due < ? order by id")
                .params(enterprise.value(), LocalDateTime.ofInstant(now.minus(settings.quiet()), ZoneOffset.UTC))
                .query((row, _) -> new BuyerId(row.getLong("buyer_id")))
                .list()
                .forEach(buyer -> closing.closeOne(buyer, settings.quiet(), now));
    }
}
