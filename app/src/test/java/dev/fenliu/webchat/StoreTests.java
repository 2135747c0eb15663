package dev.fenliu.webchat;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ConversationView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.Wanted;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The storefront and the buyer's panel on it, as pages and forms. */
@FenliuTest
class StoreTests {
    private static final String SHIRT = "products/linen-shirt";

    private final Workplace workplace;
    private final ReadConversations conversations;
    private final AnswerConversations answers;
    private final Clock clock;
    private final int port;
    private Workplace.Opened place;
    private Surfer buyer;

    @Autowired
    StoreTests(
            Workplace workplace,
            ReadConversations conversations,
            AnswerConversations answers,
            Clock clock,
            @LocalServerPort int port) {
        this.workplace = workplace;
        this.conversations = conversations;
        this.answers = answers;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void comeIn() {
        place = workplace.open();
        buyer = new Surfer(port);
    }

    @Test
    void everyPageOfTheShopHasTheChat() {
        for (var path : new String[] {"", "/products/linen-shirt", "/orders/241102-8871"}) {
            var answer = buyer.get(place.store() + path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("賣場S", "data-testid=\"chat-open\"", "data-testid=\"chat-text\"", "NT$ ")
                    .doesNotContain("amy");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(buyer.get("/store/17").status()).isEqualTo(404);
        assertThat(buyer.get(place.store() + "/products/moon").status()).isEqualTo(404);
        assertThat(buyer.get(place.store() + "/orders/1").status()).isEqualTo(404);
    }

    @Test
    void writesByAPlainPostAndSeesItInThePanel() {
        buyer.get(place.store() + "/" + SHIRT);

        var answer = write("請問有 M 嗎?", Map.of("name", "林小圓", "card", "true"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("location")).endsWith(place.store() + "/" + SHIRT + "?chat=open");
        assertThat(answer.headers().get("set-cookie"))
                .contains("fenliu_visitor=", "HttpOnly", "SameSite=Lax")
                .containsPattern(Pattern.compile("fenliu_visitor=[0-9a-f]{32};"));
        assertThat(buyer.get(place.store() + "/" + SHIRT + "?chat=open").body())
                .contains("請問有 M 嗎?", "open=\"open\"")
                .doesNotContain("name=\"name\"");
        assertThat(only().buyerName()).isEqualTo("林小圓");
        assertThat(only().source().name()).isEqualTo("PRODUCT_PAGE");
    }

    @Test
    void theAgentSeesWhichProductItIsAboutAndNotWhoTheBuyersBrowserIs() {
        buyer.get(place.store() + "/" + SHIRT);
        var cookie = requireNonNull(
                write("請問有 M 嗎?", Map.of("name", "", "card", "true")).headers().get("set-cookie"));
        var secret = cookie.replaceAll(".*fenliu_visitor=([0-9a-f]{32}).*", "$1");

        var amy = Surfer.signedIn(port, place.login("amy"));
        try (var desk = amy.follow("/webchat/stream").opened()) {
            desk.awaitEvent("rows", only().id().toString());
        }
        var page = amy.get("/webchat/conversations/" + only().id()).body();

        assertThat(page).contains("亞麻寬版襯衫", "data-ref=\"linen-shirt\"").doesNotContain(secret);
        assertThat(only().buyerName()).matches("訪客 [0-9A-F]{4}");
    }

    @Test
    void theSameFormSentTwiceIsOneMessage() {
        buyer.get(place.store());
        var fields = Map.of("text", "在嗎?", "key", "0123456789abcdef0123456789abcdef", "page", "");

        var first = buyer.submitPart(place.store() + "/chat/messages", fields);
        var again = buyer.submitPart(place.store() + "/chat/messages", fields);

        assertThat(again.body()).isEqualTo(first.body()).containsOnlyOnce("class=\"line-text\"");
    }

    @Test
    void aFirstMessageWhoseAnswerWasLostMakesNoSecondBuyerWhenItIsSentAgain() {
        var fields = Map.of("text", "在嗎?", "key", "fedcba9876543210fedcba9876543210", "page", "");
        var bodies = IntStream.range(0, 2)
                .mapToObj(_ -> {
                    // Without the cookie that came with the answer.
                    var again = new Surfer(port);
                    again.get(place.store());
                    return again.submitPart(place.store() + "/chat/messages", fields)
                            .body();
                })
                .toList();

        assertThat(bodies.getLast()).isEqualTo(bodies.getFirst());
        assertThat(only().lastSeq()).isOne();
    }

    @Test
    void theShopAnswersAndNobodyByName() {
        buyer.get(place.store());
        write("在嗎?", Map.of());
        try (var panel = buyer.follow(place.store() + "/chat/stream").opened()) {
            var amy = Surfer.signedIn(port, place.login("amy"));
            try (var desk = amy.follow("/webchat/stream").opened()) {
                desk.awaitEvent("rows", only().id().toString());
                answers.reply(
                        new Acting(place.fresh().actor(), place.amy()), only().id(), "在的!", null, clock.instant());
            }

            assertThat(panel.awaitEvent("lines", "在的!").data()).contains("賣場S").doesNotContain("amy");
            panel.awaitEvent("receipt", only().id() + "-");
            assertThat(panel.everything()).doesNotContain("amy");
        }
        assertThat(buyer.get(place.store() + "?chat=open").body())
                .contains("在的!", "data-read=\"true\"")
                .doesNotContain("amy");
        assertThat(buyer.getPart(place.store() + "/chat/lines?after=" + only().id() + "-1")
                        .body())
                .contains("在的!")
                .doesNotContain("在嗎?");
    }

    @Test
    void saysHonestlyWhetherSomebodyIsThere() {
        assertThat(buyer.get(place.store()).body()).contains("目前沒有客服在線");

        var amy = Surfer.signedIn(port, place.login("amy"));
        try (var desk = amy.follow("/webchat/stream").opened()) {
            desk.awaitEvent("presence", "ONLINE");
            assertThat(buyer.get(place.store()).body()).contains("客服在線上");
        }
    }

    @Test
    void whoeverWritesTooFastIsToldToWaitAndLosesNothing() {
        buyer.get(place.store());
        for (var message = 0; message < 20; message++) {
            assertThat(write("第 " + message + " 句", Map.of()).status()).isEqualTo(302);
        }

        var answer = write("第二十一句", Map.of());

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers()).containsKey("retry-after");
        assertThat(answer.body()).contains("第二十一句</textarea>", "訊息送得太快了");
        assertThat(buyer.submitPart(place.store() + "/chat/messages", Map.of("text", "又一句", "page", ""))
                        .status())
                .isEqualTo(429);
        var other = new Surfer(port);
        other.get(place.store());
        assertThat(other.submit(place.store() + "/chat/messages", Map.of("text", "我是別人", "page", ""))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void emptyAndEndlessTextsAreRefusedInWords() {
        buyer.get(place.store());
        var endless = "長".repeat(100_000);

        assertThat(write("   ", Map.of()).status()).isEqualTo(422);
        var answer = write(endless, Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(endless);
        assertThat(conversations
                        .search(place.fresh().actor(), new Wanted(place.fresh().shop(), null, null), null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    void aDisabledShopSaysSoAndKeepsWhatWasWritten() {
        var shop = demoShop("賣場A");

        var page = buyer.get(shop);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("不接受新訊息").doesNotContain("data-testid=\"chat-send\"");
        buyer.get(place.store());
        var answer = buyer.submit(shop + "/chat/messages", Map.of("text", "還開嗎?", "page", ""));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("停用");
    }

    @Test
    void noOtherSiteWritesInTheNameOfABuyer() {
        buyer.get(place.store());

        assertThat(buyer.forge(place.store() + "/chat/messages", Map.of("text", "hi", "page", ""))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aStrangerHearsNothing() {
        buyer.get(place.store());
        try (var panel = buyer.follow(place.store() + "/chat/stream")) {
            assertThat(panel.status()).isEqualTo(404);
        }
    }

    @Test
    void whoeverOnlyWantsToLookAroundIsLedToAShop() {
        var answer = buyer.get("/store");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(buyer.get(requireNonNull(answer.headers().get("location")).replaceFirst("^https?://[^/]+", ""))
                        .body())
                .contains("蝦蝦的店");
    }

    private Surfer.Answer write(String text, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("text", text, "page", SHIRT));
        fields.putAll(more);
        return buyer.submit(place.store() + "/chat/messages", fields);
    }

    private ConversationView only() {
        var wanted = new Wanted(place.fresh().shop(), null, null);
        return await().until(
                        () -> conversations
                                .search(place.fresh().actor(), wanted, null, 10)
                                .items(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private String demoShop(String name) {
        var main = Surfer.signedIn(port, "demo:main");
        var page = main.get("/seller").body();
        var card = Pattern.compile("href=\"(/store/\\d+)\"");
        var links =
                card.matcher(page).results().map(it -> it.group(1)).distinct().toList();
        return links.stream()
                .filter(link -> buyer.get(link).body().contains(name))
                .findFirst()
                .orElseThrow();
    }
}
