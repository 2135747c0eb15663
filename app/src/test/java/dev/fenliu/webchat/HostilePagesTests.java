package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Actor;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.KeepReplies;
import dev.fenliu.webchat.application.KnowBuyers;
import dev.fenliu.webchat.domain.Card;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Hostile words in every place that takes words, read back as a browser reads the page: it is built of nothing that the
 * same page is not built of with everyday words. Places: messages, names of buyers, cards, members, shops, groups and
 * roles, quick replies, internal notes, notes about a buyer, searches, titles, the activity log and pages of errors.
 */
@FenliuTest
class HostilePagesTests {
    private static final List<String> EVERYDAY =
            List.of("平常的話", "什麼時候到貨?", "看 https://a.example/ 這裡", "\"引號\" & 'quotes'", "a < b > c");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "xlink:href", "data");
    private static final int ACCEPTED = 140;
    private static final int WORDS_OF_A_BUYER = 15;

    private final Workplace workplace;
    private final FreshEnterprises enterprises;
    private final AnswerConversations answers;
    private final KnowBuyers buyers;
    private final KeepReplies replies;
    private final Clock clock;

    @LocalServerPort
    int port;

    @Autowired
    HostilePagesTests(
            Workplace workplace,
            FreshEnterprises enterprises,
            AnswerConversations answers,
            KnowBuyers buyers,
            KeepReplies replies,
            Clock clock) {
        this.workplace = workplace;
        this.enterprises = enterprises;
        this.answers = answers;
        this.buyers = buyers;
        this.replies = replies;
        this.clock = clock;
    }

    @Test
    void everyPageIsBuiltOfTheSamePartsWhateverIsWritten() {
        assertThat(HostileWords.ALL).hasSizeGreaterThanOrEqualTo(150);
        var everyday = new House();
        // So many that its lists have further pages too.
        for (var round = 0; round < 11; round++) EVERYDAY.forEach(everyday::write);
        EVERYDAY.forEach(word -> everyday.read(word, everyday.write(word)));
        everyday.readAll();
        var known = everyday.parts;

        var hostile = new House();
        HostileWords.ALL.forEach(word -> hostile.read(word, hostile.write(word)));
        hostile.readAll();

        assertThat(hostile.accepted).isGreaterThanOrEqualTo(ACCEPTED);
        assertThat(hostile.parts).isSubsetOf(known);
    }

    /** An enterprise whose people, shops and buyers are called by the words, and the parts that its pages are built of. */
    private final class House {
        private final Workplace.Opened place = workplace.open();
        private final Api api = new Api(port, enterprises.token(place.fresh()));
        private final Actor amy = new Actor(place.fresh().enterprise(), place.amy(), "amy", "127.0.0.1");
        private final Surfer desk = Surfer.signedIn(port, place.login("amy"));
        private final Surfer main = Surfer.signedIn(port, place.login("main"));
        private final Set<String> parts = new HashSet<>();
        private final String shop = place.fresh().shop().toString();
        private final String group;
        private final String role;
        private int accepted;
        private int written;

        House() {
            group = api.get("/shops/" + shop + "/groups")
                    .items()
                    .getFirst()
                    .path("id")
                    .asString();
            role = api.post("/roles", Map.of("name", "組長", "permissions", List.of("CHAT")))
                    .as(201)
                    .text("id");
        }

        ConversationId write(String word) {
            // Nobody stays online for more than a minute and a half whose desk is closed.
            if (written % 20 == 0) {
                api.put("/members/" + place.amy() + "/presence", Map.of("state", "ONLINE"))
                        .as(200);
            }
            var wish = Map.of("name", named(word));
            var taken = List.of(
                    api.patch("/members/" + place.amy(), wish).status(),
                    api.patch("/shops/" + shop, wish).status(),
                    api.put("/shops/" + shop + "/groups/" + group, wish).status(),
                    api.patch("/roles/" + role, wish).status());
            if (taken.stream().allMatch(status -> status == 200)) accepted++;
            assertThat(taken).as(word).allMatch(status -> status == 200 || status == 422);
            var chat = workplace.write(
                    place,
                    "mallory" + written++ / WORDS_OF_A_BUYER,
                    cut(word, 100),
                    word,
                    new Card(Card.Type.PRODUCT, "x", word));
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> "OPEN"
                            .equals(api.get("/conversations/" + chat.conversation())
                                    .text("state")));
            answers.note(Acting.self(amy), chat.conversation(), word, null, clock.instant());
            buyers.note(amy, chat.conversation(), word, clock.instant());
            replies.add(amy, null, cut(word, 60), word);
            return chat.conversation();
        }

        void read(String word, ConversationId chat) {
            var thread = read(desk, "/webchat/conversations/" + chat);
            assertThat(thread.select("#lines .line-text").stream().map(Element::wholeText))
                    .as("the text itself is there")
                    .anyMatch(text -> text.strip().equals(word.strip()));
            read(main, "/platform/chat-groups/" + shop);
            read(main, "/platform/roles");
            read(main, "/platform/members?search=" + encoded(word));
            read(main, "/nowhere/" + encoded(named(word).replaceAll("[/\\\\%;]", "")));
        }

        /** What gathers all words in one page. */
        void readAll() {
            for (var path : List.of("/webchat", "/webchat/replies", "/seller")) read(desk, path);
            for (var path : List.of(
                    "/platform/activity",
                    "/platform/shops",
                    "/platform/members/" + place.amy(),
                    "/platform/performance",
                    "/platform/conversations",
                    "/platform/chat-groups/" + shop + "/decisions",
                    "/help?search=" + encoded("<script>"))) {
                read(main, path);
            }
        }

        private Document read(Surfer surfer, String path) {
            var page = Jsoup.parse(surfer.get(path).body(), "http://localhost/");
            for (var part : page.getAllElements()) {
                var names = part.attributes().asList().stream()
                        .map(Attribute::getKey)
                        .sorted()
                        .collect(Collectors.joining(" "));
                parts.add(part.tagName() + " " + names);
                for (var attribute : part.attributes()) {
                    if (ADDRESSES.contains(attribute.getKey())) {
                        assertThat(attribute.getValue()).as(path).matches("(?s)(/(?!/)|#|\\?|https?://).*|");
                    }
                }
            }
            return page;
        }
    }

    /** As a name may be: of one line, and short. */
    private static String named(String word) {
        return cut(word.replaceAll("\\p{Cntrl}", ""), 50);
    }

    private static String cut(String word, int longest) {
        return word.substring(0, Math.min(word.length(), longest)).strip();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(cut(word, 100), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
