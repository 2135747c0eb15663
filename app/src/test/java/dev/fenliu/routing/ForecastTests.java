package dev.fenliu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.routing.application.LookIntoStaging;
import dev.fenliu.webchat.application.ReceiveMessages;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the staging area promises each agent, and what they get. */
@FenliuTest
class ForecastTests {
    private static final int CAP = 3;

    private final Crowd crowd;
    private final ReceiveMessages door;
    private final LookIntoStaging staging;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    ForecastTests(
            Crowd crowd,
            ReceiveMessages door,
            LookIntoStaging staging,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.crowd = crowd;
        this.door = door;
        this.staging = staging;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void whoeverComesOnlineGetsWhatTheForecastSaid() {
        var fresh = crowd.open();
        var agents = crowd.agents(fresh, 2);
        crowd.distribute(fresh, fresh.shop(), agents, CAP);
        for (var buyer = 0; buyer < 8; buyer++) {
            var written = crowd.write(door, fresh, fresh.shop(), "buyer-" + buyer);
            crowd.awaitDecided(fresh);
            // The last two of the first one were theirs before, and go to nobody else for the cap.
            if (buyer >= 6) prefer(fresh, written.conversation(), agents.getFirst());
        }

        assertThat(promised(fresh, agents.getFirst())).isEqualTo(CAP + 2);
        assertThat(promised(fresh, agents.getLast())).isEqualTo(CAP);
        for (var agent : agents) {
            var promised = promised(fresh, agent);
            crowd.online(fresh, agent);
            crowd.awaitOwned(fresh, agent, promised);
        }
        crowd.assertWhole(fresh, 8);
    }

    private int promised(Fresh fresh, MemberId agent) {
        return Objects.requireNonNull(
                staging.forecast(fresh.enterprise(), fresh.shop()).get(agent));
    }

    private void prefer(Fresh fresh, ConversationId conversation, MemberId agent) {
        transaction.executeWithoutResult(_ -> jdbc.sql(
                        "update routing_staging set owner_id = ? where conversation_id = ? and enterprise_id = ?")
                .params(agent.value(), conversation.value(), fresh.enterprise().value())
                .update());
    }
}
