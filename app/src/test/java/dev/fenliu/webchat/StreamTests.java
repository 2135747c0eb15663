package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.routing.Desks;
import dev.fenliu.webchat.domain.Card;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What open pages are told without asking. */
@FenliuTest
class StreamTests {
    private static final String SCRIPT = "<script>alert('hi')</script>";

    private final Workplace workplace;
    private final Desks desks;
    private final Clock clock;
    private final int port;
    private final List<LiveStream> streams = new ArrayList<>();
    private Workplace.Opened place;
    private Surfer amy;

    @Autowired
    StreamTests(Workplace workplace, Desks desks, Clock clock, @LocalServerPort int port) {
        this.workplace = workplace;
        this.desks = desks;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void signIn() {
        place = workplace.open();
        amy = Surfer.signedIn(port, place.login("amy"));
    }

    @AfterEach
    void hangUp() {
        streams.forEach(LiveStream::close);
    }

    @Test
    void anOpenDeskMakesItsAgentOnlineAndBringsWhatWaited() {
        var received = workplace.write(place, "林小圓", "有人在嗎?");

        var desk = desk(amy);

        assertThat(desk.awaitEvent("presence", "ONLINE").data()).isEqualTo("ONLINE\n");
        assertThat(desk.awaitEvent("rows", received.conversation().toString()).data())
                .contains("data-unread=\"1\"", "林小圓", "有人在嗎?");
        assertThat(desk.awaitEvent("figures", "data-unread=\"1\"").data()).contains("data-open=\"1\"");
    }

    @Test
    void aLineComesOnceAsTheSameFragmentAsInThePage() {
        var desk = desk(amy);
        desk.awaitEvent("presence", "ONLINE");
        var received = workplace.write(place, "林小圓", "第一句");
        desk.awaitEvent("rows", received.conversation().toString());

        workplace.write(place, "林小圓", "第二句");

        var pushed = desk.awaitEvent("lines", "第二句").data();
        var page = amy.get("/webchat/conversations/" + received.conversation()).body();
        var line = pushed.substring(pushed.indexOf("<li"), pushed.lastIndexOf("</li>"));
        assertThat(line).doesNotContain("第一句");
        assertThat(squeezed(page)).contains(squeezed(line.substring(line.indexOf("class=\"line\""))));
        assertThat(desk.events("lines").stream()
                        .filter(event -> event.data().contains("第二句"))
                        .toList())
                .hasSize(1);
    }

    @Test
    void scriptIsTextInAStreamToo() {
        var desk = desk(amy);
        desk.awaitEvent("presence", "ONLINE");
        var received = workplace.write(
                place, "mallory", "<b>Mallory</b>", "first", new Card(Card.Type.PRODUCT, "x", "<i>card</i>"));
        desk.awaitEvent("rows", received.conversation().toString());

        workplace.write(place, "mallory", null, "data: a\n\nevent: rows\ndata: " + SCRIPT, null);

        desk.awaitEvent("lines", "&lt;script&gt;");
        assertThat(desk.everything())
                .contains("&lt;b&gt;Mallory&lt;/b&gt;")
                .doesNotContain(SCRIPT, "<b>Mallory", "<i>card");
        assertThat(desk.events("rows")).noneMatch(event -> event.data().contains(SCRIPT));
    }

    @Test
    void eachReaderIsToldInTheirOwnLanguage() {
        amy.get("/webchat");
        var english = Surfer.signedIn(port, place.login("amy"));
        english.get("/webchat");
        english.submit("/language", Map.of("language", "en"));
        var chinese = desk(amy);
        var other = desk(english);
        chinese.awaitEvent("presence", "ONLINE");
        other.awaitEvent("presence", "ONLINE");

        var received = workplace.write(place, "lin", "hello");

        assertThat(other.awaitEvent("rows", received.conversation().toString()).data())
                .contains(">Product<")
                .doesNotContain("商品頁");
        assertThat(chinese.awaitEvent("rows", received.conversation().toString())
                        .data())
                .contains("商品頁");
    }

    @Test
    void whatWasReadInOneWindowIsReadInTheOther() {
        var one = desk(amy);
        var other = desk(amy);
        one.awaitEvent("presence", "ONLINE");
        var received = workplace.write(place, "林小圓", "有人在嗎?");
        other.awaitEvent("figures", "data-unread=\"1\"");
        amy.get("/webchat");

        amy.submitPart("/webchat/conversations/" + received.conversation() + "/read", Map.of());

        other.awaitEvent("figures", "data-unread=\"0\"");
        one.awaitEvent("figures", "data-unread=\"0\"");
        amy.submitPart("/webchat/conversations/" + received.conversation() + "/closure", Map.of("sure", "true"));
        assertThat(other.awaitEvent("rows", "data-gone").data())
                .contains(received.conversation().toString());
        other.awaitEvent("lines", "結束了對話");
    }

    @Test
    void hidingInOneWindowShowsInTheOther() {
        var desk = desk(amy);
        desk.awaitEvent("presence", "ONLINE");
        amy.get("/webchat");

        amy.submitPart("/webchat/presence", Map.of("state", "HIDDEN"));

        desk.awaitEvent("presence", "HIDDEN");
    }

    @Test
    void loggingOutEndsEveryWindowAtOnce() {
        var desk = desk(amy);
        desk.awaitEvent("presence", "ONLINE");
        amy.get("/webchat");

        amy.submit("/logout", Map.of());

        desk.awaitEvent("ended", "");
        await().until(desk::hasEnded);
        assertThat(desks.atWork(place.fresh().enterprise(), place.amy(), clock.instant())
                        .presence())
                .isEqualTo(Presence.OFFLINE);
    }

    @Test
    void aStreamSaysThatNobodyMayKeepItBack() {
        var headers = desk(amy).headers();

        assertThat(headers).containsEntry("x-accel-buffering", "no").containsEntry("cache-control", "no-store");
        assertThat(headers.get("content-type")).startsWith("text/event-stream");
    }

    @Test
    void whoeverIsNotSignedInHearsNothing() {
        assertThat(stream(new Surfer(port), "/webchat/stream").status()).isEqualTo(401);
    }

    @Test
    void whoeverMayNotChatHearsNothing() {
        var finn = Surfer.signedIn(port, "demo:finn");

        assertThat(stream(finn, "/webchat/stream").status()).isEqualTo(403);
        assertThat(finn.get("/webchat").status()).isEqualTo(403);
    }

    @Test
    void nobodyHearsTheChatsOfSomebodyElse() {
        var desk = desk(amy);
        var ben = desk(Surfer.signedIn(port, place.login("ben")));
        desk.awaitEvent("presence", "ONLINE");
        ben.awaitEvent("presence", "ONLINE");

        var received = workplace.write(place, "林小圓", "有人在嗎?");
        desk.awaitEvent("rows", received.conversation().toString());
        workplace.write(place, "林小圓", "還在嗎?");
        desk.awaitEvent("lines", "還在嗎?");

        assertThat(ben.everything())
                .doesNotContain("林小圓", "還在嗎?", received.conversation().toString());
    }

    @Test
    void aPersonMayOpenEightWindowsAndNotNine() {
        for (var window = 0; window < 8; window++) {
            desk(amy);
        }

        assertThat(stream(amy, "/webchat/stream").status()).isEqualTo(429);
    }

    private LiveStream desk(Surfer surfer) {
        return stream(surfer, "/webchat/stream").opened();
    }

    private LiveStream stream(Surfer surfer, String path) {
        var stream = surfer.follow(path);
        streams.add(stream);
        return stream;
    }

    private static String squeezed(String html) {
        return html.replaceAll("\\s+", "");
    }
}
