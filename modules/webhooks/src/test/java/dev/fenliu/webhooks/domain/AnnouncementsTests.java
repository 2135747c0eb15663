package dev.fenliu.webhooks.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.RoutingEvent.PresenceChanged;
import dev.fenliu.routing.Trigger;
import dev.fenliu.webchat.BuyerId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.WebchatEvent.AnsweredByItself;
import dev.fenliu.webchat.WebchatEvent.BuyerBlocked;
import dev.fenliu.webchat.WebchatEvent.BuyerWrote;
import dev.fenliu.webchat.WebchatEvent.OwnerChanged;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnouncementsTests {
    private static final EnterpriseId HOME = new EnterpriseId(1);
    private static final ShopId SHOP = new ShopId(2);
    private static final BuyerId BUYER = new BuyerId(3);
    private static final ConversationId CHAT = new ConversationId(4);
    private static final MemberId AMY = new MemberId(5);
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    @Test
    void nameWhatAFactIsAboutByIdsInAFixedOrder() {
        var fact = new BuyerWrote(HOME, SHOP, BUYER, CHAT, new MessageId(6), 7, AMY, NOW);

        var said = Announcements.of(fact, Announcements.topic(fact).orElseThrow());

        assertThat(said.topic().word()).isEqualTo("message.received");
        assertThat(said.at()).isEqualTo(NOW);
        assertThat(said.data())
                .containsExactly(
                        entry("conversation", "4"),
                        entry("shop", "2"),
                        entry("buyer", "3"),
                        entry("message", "6"),
                        entry("seq", 7L),
                        entry("owner", "5"));
    }

    @Test
    void leaveOutWhatNobodyIs() {
        var fact = new OwnerChanged(HOME, SHOP, BUYER, CHAT, AMY, null, Trigger.ACCESS_LOST, NOW);

        assertThat(Announcements.of(fact, Topic.CONVERSATION_ASSIGNED).data())
                .contains(entry("from", "5"), entry("trigger", "ACCESS_LOST"))
                .doesNotContainKey("to");
    }

    @Test
    void tellAnAutomaticAnswerFromAnAgents() {
        var fact = new AnsweredByItself(HOME, SHOP, BUYER, CHAT, new MessageId(6), 7, AMY, NOW);

        assertThat(Announcements.of(fact, Topic.MESSAGE_SENT).data()).contains(entry("automatic", true));
    }

    @Test
    void sayWhoCameOrWent() {
        assertThat(Announcements.of(new PresenceChanged(HOME, AMY, Presence.HIDDEN, NOW))
                        .data())
                .containsExactly(entry("member", "5"), entry("state", "HIDDEN"));
    }

    @Test
    void keepInTheHouseWhatIsNobodysBusiness() {
        var actor = new Actor(HOME, AMY, "Amy", "127.0.0.1");
        var activity = new Activity(actor, "buyer-blocked", "Lin", SHOP, Map.of(), Map.of(), NOW);

        assertThat(Announcements.topic(new BuyerBlocked(HOME, SHOP, BUYER, CHAT, true, activity, NOW)))
                .isEmpty();
    }
}
