package dev.fenliu.webchat;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.routing.Desks;
import dev.fenliu.webchat.application.ConversationView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Received;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk as pages and forms: everything also works without scripts. */
@FenliuTest
class DeskTests {
    private static final String SCRIPT = "<script>alert('hi')</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;hi&#39;)&lt;/script&gt;";

    private final Workplace workplace;
    private final Desks desks;
    private final ReadConversations conversations;
    private final Clock clock;
    private final int port;
    private Workplace.Opened place;
    private Surfer amy;

    @Autowired
    DeskTests(
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
        desks.choose(place.fresh().enterprise(), place.amy(), Presence.ONLINE, clock.instant());
    }

    @Test
    void hidesByAPlainPost() {
        amy.get("/webchat");

        var answer = amy.submit("/webchat/presence", Map.of("state", "HIDDEN", "back", "/webchat"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location")).endsWith("/webchat");
        assertThat(presence(place.amy())).isEqualTo(Presence.HIDDEN);
        assertThat(amy.get("/webchat").body()).contains("data-testid=\"presence\" data-state=\"HIDDEN\"");
    }

    @Test
    void hidesByHtmx() {
        amy.get("/webchat");

        var answer = amy.submitPart("/webchat/presence", Map.of("state", "HIDDEN"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("data-state=\"HIDDEN\"").doesNotContain("<html");
        assertThat(presence(place.amy())).isEqualTo(Presence.HIDDEN);

        amy.submitPart("/webchat/presence", Map.of("state", "ONLINE"));
        assertThat(presence(place.amy())).isEqualTo(Presence.ONLINE);
    }

    @Test
    void leadsBackOnlyToTheDesk() {
        amy.get("/webchat");

        var answer = amy.submit("/webchat/presence", Map.of("state", "ONLINE", "back", "//elsewhere.example"));

        assertThat(answer.headers().get("location")).endsWith("/webchat").doesNotContain("elsewhere");
    }

    @Test
    void nobodyHidesSomebodyElseByALink() {
        amy.get("/webchat");

        assertThat(amy.forge("/webchat/presence", Map.of("state", "HIDDEN")).status())
                .isEqualTo(403);
        assertThat(presence(place.amy())).isEqualTo(Presence.ONLINE);
    }

    @Test
    void listsWhatIsHersWithItsSourceAndUnreadCount() {
        var received = given("林小圓", "還有藍色嗎?", null);
        workplace.write(place, "林小圓", "M 號的");

        var page = amy.get("/webchat").body();

        assertThat(page)
                .contains("data-conversation-id=\"" + received.conversation() + "\"", "data-unread=\"2\"")
                .contains("data-forwarded=\"false\"", "林小圓", "M 號的", "商品頁", "賣場S");
        var ben = Surfer.signedIn(port, place.login("ben"));
        assertThat(ben.get("/webchat").body()).doesNotContain("林小圓").contains("目前沒有對話");
    }

    @Test
    void showsScriptAsText() {
        var received = given("<b>Mallory</b>", SCRIPT, new Card(Card.Type.PRODUCT, "\"><img src=x>", "<i>card</i>"));

        var page = amy.get("/webchat/conversations/" + received.conversation()).body();

        assertThat(page)
                .contains(
                        ESCAPED, "&lt;b&gt;Mallory&lt;/b&gt;", "&lt;i&gt;card&lt;/i&gt;", "&quot;&gt;&lt;img src=x&gt;")
                .doesNotContain(SCRIPT, "<b>Mallory", "<i>card", "<img src=x");
    }

    @Test
    void answersByAPlainPostAndComesBackToTheThread() {
        var received = given("林小圓", "還有藍色嗎?", null);
        var address = "/webchat/conversations/" + received.conversation();
        amy.get(address);

        var answer = amy.submit(address + "/messages", Map.of("text", "有的!\n今天寄", "key", "k-1"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(amy.get(requireNonNull(answer.headers().get("location")).replaceFirst("^https?://[^/]+", ""))
                        .body())
                .contains("有的!\n今天寄", "data-unread=\"0\"");
    }

    @Test
    void theSameAnswerSentTwiceIsStoredOnce() {
        var received = given("林小圓", "還有藍色嗎?", null);
        var address = "/webchat/conversations/" + received.conversation();
        amy.get(address);

        var first = amy.submitPart(address + "/messages", Map.of("text", "有的!", "key", "the-same"));
        var again = amy.submitPart(address + "/messages", Map.of("text", "有的!", "key", "the-same"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(amy.get(address).body()).containsOnlyOnce("<span class=\"line-text\">有的!</span>");
    }

    @Test
    void whatIsRefusedIsStillThere() {
        var received = given("林小圓", "還有藍色嗎?", null);
        var address = "/webchat/conversations/" + received.conversation();
        amy.get(address);
        var tooLong = "很".repeat(5_001);

        var answer = amy.submit(address + "/messages", Map.of("text", tooLong, "key", "k"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(tooLong, "notice-alert");
        assertThat(amy.submitPart(address + "/messages", Map.of("text", " ")).status())
                .isEqualTo(422);
    }

    @Test
    void readsUpToWhatWasShown() {
        var received = given("林小圓", "一", null);
        var second = workplace.write(place, "林小圓", "二");
        var address = "/webchat/conversations/" + received.conversation();
        amy.get(address);

        var answer = amy.submitPart(
                address + "/read", Map.of("upTo", received.message().toString()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(amy.get("/webchat").body()).contains("data-unread=\"1\"");
        amy.submit(address + "/read", Map.of("upTo", second.message().toString()));
        assertThat(amy.get("/webchat").body()).contains("data-unread=\"0\"");
        assertThat(amy.get("/webchat?filter=unread").body()).doesNotContain("林小圓");
    }

    @Test
    void endsAnAnsweredChatAtOnceAndAsksBeforeAnUnansweredOne() {
        var received = given("林小圓", "還有藍色嗎?", null);
        var address = "/webchat/conversations/" + received.conversation();
        amy.get(address);
        var seen = Map.of("upTo", received.message().toString());

        var asked = amy.submit(address + "/closure", seen);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("還沒有回覆", "name=\"sure\"");
        assertThat(state(received)).isEqualTo(ConversationState.OPEN);

        amy.submitPart(address + "/messages", Map.of("text", "有的!", "key", "k-2"));
        var closed = amy.submitPart(address + "/closure", seen);
        assertThat(closed.body()).contains("amy 結束了對話", "對話已結束");
        assertThat(state(received)).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void aChatIsNotEndedOverALineThatWasNotSeen() {
        var received = given("林小圓", "一", null);
        workplace.write(place, "林小圓", "二");
        var address = "/webchat/conversations/" + received.conversation();
        amy.get(address);

        var answer = amy.submit(
                address + "/closure", Map.of("upTo", received.message().toString(), "sure", "true"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("買家剛剛又傳了訊息", "二");
    }

    @Test
    void somebodyElsesChatDoesNotExist() {
        var received = given("林小圓", "還有藍色嗎?", null);
        var ben = Surfer.signedIn(port, place.login("ben"));
        var address = "/webchat/conversations/" + received.conversation();
        ben.get("/webchat");

        assertThat(ben.get(address).status()).isEqualTo(404);
        assertThat(ben.getPart(address + "/lines?after=0-0").status()).isEqualTo(404);
        assertThat(ben.submitPart(address + "/messages", Map.of("text", "hi")).status())
                .isEqualTo(404);
        assertThat(amy.get("/webchat/conversations/17").status()).isEqualTo(404);
    }

    @Test
    void aPageThatWasOutOfTouchGetsWhatItMissedAndNoMore() {
        var received = given("林小圓", "一", null);
        workplace.write(place, "林小圓", "二");
        workplace.write(place, "林小圓", "三");
        var lines = "/webchat/conversations/" + received.conversation() + "/lines?after=" + received.conversation();

        assertThat(amy.getPart(lines + "-1").body()).contains("二", "三").doesNotContain(">一<");
        assertThat(amy.getPart(lines + "-3").body().strip()).isEmpty();
    }

    private Received given(String buyer, String text, @Nullable Card card) {
        var received = workplace.write(place, buyer, buyer, text, card);
        await().until(() -> place.amy().equals(view(received).owner()));
        return received;
    }

    private ConversationView view(Received received) {
        return conversations.conversation(place.fresh().actor(), received.conversation());
    }

    private ConversationState state(Received received) {
        return view(received).state();
    }

    private Presence presence(MemberId member) {
        return desks.atWork(place.fresh().enterprise(), member, clock.instant()).presence();
    }
}
