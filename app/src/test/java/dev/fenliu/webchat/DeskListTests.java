package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.routing.Desks;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.Received;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk's list as its address says it: a filter, a search, or what was before; all of it without scripts as well. */
@FenliuTest
class DeskListTests {
    private final Workplace workplace;
    private final Desks desks;
    private final ReadConversations conversations;
    private final Clock clock;
    private final int port;
    private Workplace.Opened place;
    private Surfer amy;

    @Autowired
    DeskListTests(
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
    void eachFilterListsItsOwnAndSaysHowManyThereAre() {
        var answered = given("林小圓", "還有藍色嗎?");
        given("陳柏宇", "什麼時候到?");
        amy.get(address(answered));
        amy.submit(address(answered) + "/messages", Map.of("text", "有的", "key", "k"));

        assertThat(amy.get("/webchat").body())
                .contains("林小圓", "陳柏宇")
                .contains(
                        "data-open=\"2\" data-unread=\"1\" data-awaiting=\"1\" data-forwarded=\"0\"",
                        "data-wait",
                        "data-patience=\"300\"");
        assertThat(amy.get("/webchat?filter=unread").body()).contains("陳柏宇").doesNotContain("林小圓");
        assertThat(amy.get("/webchat?filter=awaiting").body()).contains("陳柏宇").doesNotContain("林小圓");
        assertThat(amy.get("/webchat?filter=forwarded").body())
                .contains("沒有轉寄給你的對話")
                .doesNotContain("林小圓", "陳柏宇");
        assertThat(amy.get("/webchat?filter=nonsense").status()).isEqualTo(200);
    }

    @Test
    void anAddressKeepsWhatIsLookedFor() {
        given("林小圓", "這件的尺寸偏大嗎?");
        given("陳柏宇", "什麼時候到?");

        var page = amy.get("/webchat?q=" + encoded("尺寸"));
        assertThat(page.body())
                .contains("<html", "<mark>尺寸</mark>", "value=\"尺寸\"", "找到 1 個對話")
                .doesNotContain("什麼時候到");
        assertThat(amy.getPart("/webchat/conversations?q=" + encoded("尺寸")).body())
                .contains("<mark>尺寸</mark>")
                .doesNotContain("<html");
        assertThat(amy.get("/webchat?q=" + encoded("\"><script>alert(1)</script>"))
                        .body())
                .contains("找不到「&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(amy.get("/webchat?q=" + encoded("長".repeat(101))).status()).isEqualTo(422);
        assertThat(amy.get("/webchat?after=x").status()).isEqualTo(422);
    }

    @Test
    void whatHasEndedIsFoundAmongWhatWas() {
        var received = given("林小圓", "還有藍色嗎?");
        amy.get(address(received));
        amy.submit(address(received) + "/closure", Map.of("sure", "true"));

        assertThat(amy.get("/webchat").body()).contains("看過去的對話").doesNotContain("林小圓");
        assertThat(amy.get("/webchat?filter=past").body()).contains("林小圓", "已結束", "data-closed=\"true\"");
        var ben = Surfer.signedIn(port, place.login("ben"));
        assertThat(ben.get("/webchat?filter=past").body()).doesNotContain("林小圓");
        assertThat(ben.get("/webchat?q=" + encoded("藍色")).body()).doesNotContain("林小圓");
    }

    private Received given(String buyer, String text) {
        var received = workplace.write(place, buyer, text);
        await().until(() -> place.amy()
                .equals(conversations
                        .conversation(place.fresh().actor(), received.conversation())
                        .owner()));
        return received;
    }

    private static String address(Received received) {
        return "/webchat/conversations/" + received.conversation();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
