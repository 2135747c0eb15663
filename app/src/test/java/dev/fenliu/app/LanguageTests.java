package dev.fenliu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each page in either language, with nothing left over of the other one but what people have called things. */
@FenliuTest
class LanguageTests {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final List<String> SPOKEN = List.of("title", "aria-label", "placeholder", "alt", "data-confirm");
    private static final List<String> COMMANDS =
            List.of("h1", "h2", "button", "th", "legend", "label.form-label", "a.btn", "a.tab", "dt", ".blank p");

    @Autowired
    FreshEnterprises enterprises;

    @LocalServerPort
    int port;

    private Fresh fresh;
    private Surfer main;
    private List<String> paths;

    @BeforeEach
    void workALittle() {
        fresh = enterprises.open();
        var amy = enterprises.agent(fresh, "amy");
        var api = new Api(port, enterprises.token(fresh));
        var shop = "/shops/" + fresh.shop();
        var wish = Map.of("name", "g1", "sources", List.of("PRODUCT_PAGE"), "members", List.of(amy.toString()));
        var group = api.post(shop + "/groups", wish).as(201).text("id");
        api.put(shop + "/distribution", Map.of("enabled", true)).as(200);
        api.put("/members/" + amy + "/presence", Map.of("state", "ONLINE")).as(200);
        var role = api.post("/roles", Map.of("name", "r1", "permissions", List.of("CHAT")))
                .as(201)
                .text("id");
        var message =
                Map.of("externalId", "1", "buyer", Map.of("externalId", "b1"), "source", "PRODUCT_PAGE", "text", "1");
        var chat = api.post(shop + "/messages", message).as(202).text("conversation");
        await().until(() -> api.get("/conversations/" + chat).text("state").equals("OPEN"));
        main = Surfer.signedIn(port, fresh.code() + ":main");
        var groups = "/platform/chat-groups/" + fresh.shop();
        paths = List.of(
                "/seller",
                "/platform/members",
                "/platform/members/new",
                "/platform/members/imports/new",
                "/platform/members/" + amy,
                "/platform/members/" + amy + "/status",
                "/platform/members/" + amy + "/reassignments",
                "/platform/roles",
                "/platform/roles/new",
                "/platform/roles/" + role,
                "/platform/shops",
                "/platform/shops/new",
                "/platform/shops/" + fresh.shop(),
                "/platform/chat-groups",
                groups,
                groups + "/settings",
                groups + "/decisions",
                groups + "/staging",
                groups + "/groups/new",
                groups + "/groups/" + group,
                "/platform/conversations",
                "/platform/conversations/" + chat,
                "/platform/performance",
                "/platform/performance?by=shops",
                "/platform/performance/statistics",
                "/platform/performance/agents/" + amy,
                "/platform/activity",
                "/platform/account",
                "/platform/account/security",
                "/platform/account/sessions",
                "/platform/account/tokens",
                "/platform/account/webhooks",
                "/webchat",
                "/help");
    }

    @Test
    void nothingOfAnEnglishPageIsChinese() {
        main.get("/platform/account");
        main.submit("/language", Map.of("language", "en"));
        var left = new ArrayList<String>();
        for (var path : paths) {
            var answer = main.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            var page = Jsoup.parse(answer.body());
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo("en");
            page.select(".language").remove();
            page.getAllElements().stream()
                    .flatMap(LanguageTests::said)
                    .map(this::withoutNames)
                    .filter(words -> CHINESE.matcher(words).find())
                    .forEach(words -> left.add(path + ": " + words));
        }
        assertThat(left).isEmpty();
    }

    @Test
    void noHeadingAndNoCommandOfAChinesePageIsEnglish() {
        var left = new ArrayList<String>();
        for (var path : paths) {
            var page = Jsoup.parse(main.get(path).body());
            assertThat(page.select("html").attr("lang")).as(path).startsWith("zh");
            page.select(".language, .kbd, kbd, code").remove();
            page.select(String.join(", ", COMMANDS)).stream()
                    .map(element -> withoutNames(element.text()))
                    .filter(words -> WORD.matcher(words).find()
                            && !CHINESE.matcher(words).find())
                    .forEach(words -> left.add(path + ": " + words));
            assertThat(page.text()).as(path).doesNotContain("??");
        }
        assertThat(left).isEmpty();
    }

    private static Stream<String> said(Element element) {
        return Stream.concat(Stream.of(element.ownText()), SPOKEN.stream().map(element::attr));
    }

    private String withoutNames(String words) {
        // The beginning of a name stands for a face.
        return words.replaceFirst("^主$", "")
                .replace("主帳號", "")
                .replace("聊聊客服@", "")
                .replace("賣場S", "")
                .replace("企業 " + fresh.code(), "")
                .replaceAll("\\b(amy|g1|r1|b1|test|Fenliu|API|CSV|" + fresh.code() + ")\\b", "");
    }
}
