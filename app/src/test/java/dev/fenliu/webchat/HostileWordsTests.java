package dev.fenliu.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.fenliu.accounts.Actor;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.KeepReplies;
import dev.fenliu.webchat.application.KnowBuyers;
import dev.fenliu.webchat.domain.Card;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever people write stays text: in messages, names, cards, notes and quick replies, sent with the page and pushed. */
@FenliuTest
class HostileWordsTests {
    private static final List<String> WORDS = HostileWords.SHORT;

    private static final String FOREIGN = """
            () => {
              const allowed = { A: ['class', 'href', 'target', 'rel'] }
              const bad = []
              for (const place of document.querySelectorAll('.line-text, .about-note-text, .line-card-title, \
            .replies-one strong, .replies-one span, .replies-kept-text, .row-chat-who strong, .row-chat-said, .thread-who h2, \
            .line-internal-head > span, .about-visit-said')) {
                for (const inside of place.querySelectorAll('*:not(.row-chat-draft, .row-chat-unsent)')) {
                  const names = allowed[inside.tagName]
                  if (!names || inside.getAttributeNames().some(name => !names.includes(name))) bad.push(inside.outerHTML)
                  else if (!/^https?:\\/\\//i.test(inside.getAttribute('href'))) bad.push(inside.outerHTML)
                }
              }
              for (const any of document.querySelectorAll('*')) {
                for (const name of any.getAttributeNames()) {
                  if (/^(on|th:|srcdoc|data-hx-on|hx-on)/i.test(name)) bad.push(any.outerHTML.slice(0, 200))
                }
                // The page's own icon is drawn with the number of unread chats.
                if (any.matches('head > link[rel=icon]')) continue
                if (/^(javascript|data|vbscript):/i.test(any.getAttribute('href') ?? '')) bad.push(any.outerHTML)
              }
              return bad
            }
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    private final Workplace workplace;
    private final AnswerConversations answers;
    private final KnowBuyers buyers;
    private final KeepReplies replies;
    private final Clock clock;

    @Autowired
    HostileWordsTests(
            Workplace workplace, AnswerConversations answers, KnowBuyers buyers, KeepReplies replies, Clock clock) {
        this.workplace = workplace;
        this.answers = answers;
        this.buyers = buyers;
        this.replies = replies;
        this.clock = clock;
    }

    @Test
    void nothingThatIsWrittenBecomesAnythingButText() {
        var place = workplace.open();
        var me = new Actor(place.fresh().enterprise(), place.amy(), "amy", "127.0.0.1");
        var amy = browser.signedIn(place.login("amy"));
        var dialogs = new ArrayList<String>();
        amy.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        amy.navigate("/webchat");
        var chat = workplace.write(place, "mallory", WORDS.get(2), WORDS.getFirst(), null);
        amy.locator("[data-testid=conversation] a").click();

        // Pushed while the page is open.
        for (var word : WORDS) {
            workplace.write(
                    place,
                    "mallory",
                    word.substring(0, Math.min(100, word.length())),
                    word,
                    new Card(Card.Type.PRODUCT, "x", word));
        }
        assertThat(amy.locator("#lines > li[data-sender]")).hasCount(WORDS.size() + 1);
        assertClean(amy);

        for (var word : WORDS) {
            answers.note(Acting.self(me), chat.conversation(), word, null, clock.instant());
            buyers.note(me, chat.conversation(), word, clock.instant());
            replies.add(me, null, word.substring(0, Math.min(60, word.length())), word);
        }
        // Sent with the page.
        amy.navigate("/webchat/conversations/" + chat.conversation());
        assertThat(amy.locator("[data-testid=buyer-note]")).hasCount(WORDS.size());
        amy.locator("[data-testid=replies-open]").click();
        assertThat(amy.locator("[data-testid=quick-reply]")).hasCount(WORDS.size());
        assertClean(amy);
        assertThat(amy.locator("#lines .line-text").allTextContents()).containsAll(WORDS.subList(10, WORDS.size()));
        assertThat(amy.locator(".replies-one span").allTextContents()).containsAll(WORDS.subList(0, WORDS.size() - 1));
        amy.navigate("/webchat/replies");
        assertClean(amy);
        assertThat(dialogs).isEmpty();
    }

    private static void assertClean(Page page) {
        assertThat(page.evaluate("() => window.pwned")).isNull();
        assertThat((List<?>) page.evaluate(FOREIGN)).isEmpty();
    }
}
