package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.routing.Desks;
import dev.fenliu.webchat.application.ConversationView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.Received;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Handing chats to somebody else from the desk (轉發), with scripts and without, and what somebody who leaves is asked. */
@FenliuTest
class DeskForwardTests {
    private final Workplace workplace;
    private final Desks desks;
    private final ReadConversations conversations;
    private final Clock clock;
    private final int port;
    private Workplace.Opened place;
    private Surfer amy;

    @Autowired
    DeskForwardTests(
            Workplace workplace, Desks desks, ReadConversations conversations, Clock clock, @LocalServerPort int port) {
        this.workplace = workplace;
        this.desks = desks;
        this.conversations = conversations;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void signIn() {
        place = workplace.open();
        amy = Surfer.signedIn(port, place.login("amy"));
        choose(place.amy(), Presence.ONLINE);
    }

    @Test
    void offersOnlyWhoeverIsOnline() {
        var address = address(given("林小圓"));

        assertThat(amy.get(address + "/forward").body()).contains("現在沒有其他人在線").doesNotContain("forward-target");

        choose(place.ben(), Presence.ONLINE);
        assertThat(amy.get(address + "/forward").body())
                .contains("<html", "data-target=\"" + place.ben() + "\"", "未讀 0", "data-testid=\"forward-submit\"")
                .doesNotContain("data-target=\"" + place.amy() + "\"");
        assertThat(amy.getPart(address + "/forward").body())
                .contains("data-target=\"" + place.ben() + "\"")
                .doesNotContain("<html");
    }

    @Test
    void forwardsByAPlainPost() {
        var received = given("林小圓");
        choose(place.ben(), Presence.ONLINE);
        amy.get(address(received) + "/forward");

        var answer = amy.submit(
                address(received) + "/forward", Map.of("to", "member:" + place.ben(), "note", "想換 <b>M</b> 號"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location")).endsWith("/webchat");
        assertThat(amy.get("/webchat").body()).contains("已轉發給 ben").doesNotContain("林小圓");
        var ben = Surfer.signedIn(port, place.login("ben"));
        assertThat(ben.get("/webchat").body()).contains("data-forwarded=\"true\"", "data-unread=\"1\"", "amy 轉給你");
        assertThat(ben.get(address(received)).body()).contains("想換 &lt;b&gt;M&lt;/b&gt; 號", "amy 把對話轉給 ben", "還有藍色嗎?");
    }

    @Test
    void forwardsByHtmxAndShowsThatItIsGone() {
        var received = given("林小圓");
        choose(place.ben(), Presence.ONLINE);
        amy.get(address(received));

        var answer = amy.submitPart(address(received) + "/forward", Map.of("to", "member:" + place.ben()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("hx-push-url", "/webchat");
        assertThat(answer.body()).contains("id=\"pane\"", "已轉發給 ben").doesNotContain("<html");
        assertThat(view(received).owner()).isEqualTo(place.ben());
    }

    @Test
    void forwardsToAGroup() {
        var received = given("林小圓");
        choose(place.ben(), Presence.ONLINE);
        var group = workplace.group(place, "售後客服", place.ben());
        amy.get(address(received));

        amy.submitPart(address(received) + "/forward", Map.of("to", "group:" + group));

        assertThat(view(received).owner()).isEqualTo(place.ben());
    }

    @Test
    void aTargetThatHasGoneIsRefusedInWordsAndNothingIsLost() {
        var received = given("林小圓");
        choose(place.ben(), Presence.ONLINE);
        amy.get(address(received) + "/forward");
        choose(place.ben(), Presence.OFFLINE);
        var wish = Map.of("to", "member:" + place.ben(), "note", "想換 M 號");

        var page = amy.submit(address(received) + "/forward", wish);
        var part = amy.submitPart(address(received) + "/forward", wish);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("<html", "ben");
        assertThat(part.status()).isEqualTo(409);
        assertThat(part.headers()).containsEntry("hx-retarget", "#sheet");
        assertThat(view(received).owner()).isEqualTo(place.amy());
        choose(place.ben(), Presence.ONLINE);
        workplace.write(place, "林小圓", "在嗎?");
        choose(place.ben(), Presence.HIDDEN);
        choose(place.fresh().main(), Presence.ONLINE);
        assertThat(amy.submitPart(address(received) + "/forward", wish).body())
                .contains("想換 M 號", "data-target=\"" + place.fresh().main() + "\"");
    }

    @Test
    void whatIsFilledInWronglyIsSaid() {
        var received = given("林小圓");
        choose(place.ben(), Presence.ONLINE);
        amy.get(address(received));
        var forward = address(received) + "/forward";

        assertThat(amy.submitPart(forward, Map.of()).body()).contains("請選擇一位成員或一個群組");
        for (var nonsense : new String[] {"", "member", "member:x", "shop:17", "member:0x1"}) {
            assertThat(amy.submit(forward, Map.of("to", nonsense)).status()).isEqualTo(422);
        }
        assertThat(amy.submit(forward, Map.of("to", "member:17")).status()).isEqualTo(404);
        var long501 = "長".repeat(501);
        var answer = amy.submit(forward, Map.of("to", "member:" + place.ben(), "note", long501));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(long501, "checked=\"checked\"");
        assertThat(amy.forge(forward, Map.of("to", "member:" + place.ben())).status())
                .isEqualTo(403);
        assertThat(view(received).owner()).isEqualTo(place.amy());
    }

    @Test
    void theSecondOfTwoHearsWhoHasIt() {
        var received = given("林小圓");
        choose(place.ben(), Presence.ONLINE);
        amy.get(address(received));
        var wish = Map.of("to", "member:" + place.ben());
        amy.submitPart(address(received) + "/forward", wish);

        var second = amy.submitPart(address(received) + "/forward", wish);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("不在你手上", "現在由 ben 處理");
    }

    @Test
    void somebodyElsesChatCannotBeForwarded() {
        var received = given("林小圓");
        var ben = Surfer.signedIn(port, place.login("ben"));
        ben.get("/webchat");

        assertThat(ben.getPart(address(received) + "/forward").status()).isEqualTo(404);
        assertThat(ben.submitPart(address(received) + "/forward", Map.of("to", "member:" + place.ben()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverHidesWithUnreadChatsHearsHowManyAndMayForwardThem() {
        given("林小圓");
        given("陳柏宇");
        choose(place.ben(), Presence.ONLINE);
        amy.get("/webchat");

        var plain = amy.submit("/webchat/presence", Map.of("state", "HIDDEN", "back", "/webchat"));
        var part = amy.submitPart("/webchat/presence", Map.of("state", "HIDDEN"));

        assertThat(plain.headers().get("location")).endsWith("/webchat/unread");
        assertThat(amy.get("/webchat/unread").body()).contains("還有 2 個未讀對話", "可接 2 個", "<html");
        assertThat(part.body()).contains("data-state=\"HIDDEN\"", "還有 2 個未讀對話").doesNotContain("<html");

        var moved = amy.submit("/webchat/unread", Map.of("to", "member:" + place.ben()));
        assertThat(moved.status()).isEqualTo(302);
        assertThat(amy.get("/webchat").body()).contains("已轉發 2 個未讀對話").doesNotContain("林小圓", "陳柏宇");
        assertThat(desks.atWork(place.fresh().enterprise(), place.ben(), clock.instant())
                        .load())
                .isEqualTo(2);
    }

    @Test
    void whoeverLogsOutWithUnreadChatsIsAskedFirst() {
        var received = given("林小圓");
        choose(place.ben(), Presence.ONLINE);
        amy.get("/webchat");

        var asked = amy.submit("/webchat/leaving", Map.of());
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("登出前，還有 1 個未讀對話", "直接登出");

        var out = amy.submit("/webchat/unread", Map.of("to", "member:" + place.ben(), "leaving", "true"));
        assertThat(out.status()).isEqualTo(307);
        assertThat(out.headers().get("location")).endsWith("/logout");
        assertThat(view(received).owner()).isEqualTo(place.ben());
        assertThat(amy.submit("/logout", Map.of()).status()).isEqualTo(302);
        assertThat(presence(place.amy())).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void whoeverLogsOutWithNothingUnreadIsNotKept() {
        amy.get("/webchat");

        var answer = amy.submit("/webchat/leaving", Map.of());

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.headers().get("location")).endsWith("/logout");
    }

    private Received given(String buyer) {
        var received = workplace.write(place, buyer, "還有藍色嗎?");
        await().until(() -> place.amy().equals(view(received).owner()));
        return received;
    }

    private static String address(Received received) {
        return "/webchat/conversations/" + received.conversation();
    }

    private void choose(MemberId member, Presence presence) {
        desks.choose(place.fresh().enterprise(), member, presence, clock.instant());
    }

    private Presence presence(MemberId member) {
        return desks.atWork(place.fresh().enterprise(), member, clock.instant()).presence();
    }

    private ConversationView view(Received received) {
        return conversations.conversation(place.fresh().actor(), received.conversation());
    }
}
