package dev.fenliu.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.chatgroups.AutomaticReplies;
import dev.fenliu.chatgroups.AutomaticReplies.Kind;
import dev.fenliu.chatgroups.AutomaticReplies.Reply;
import dev.fenliu.chatgroups.OpeningHours;
import dev.fenliu.chatgroups.OpeningHours.Span;
import dev.fenliu.chatgroups.application.ManageReplies;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.Chats.Floor;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a shop answers by itself (自動回覆). */
@FenliuTest
class AutomaticReplyTests {
    private static final OpeningHours ALWAYS = new OpeningHours(Arrays.stream(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day, _ -> new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));
    private static final OpeningHours NEVER = new OpeningHours(Map.of());

    @RegisterExtension
    Browser browser = new Browser();

    private final Chats chats;
    private final ManageReplies replies;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Floor floor;

    @Autowired
    AutomaticReplyTests(
            Chats chats, ManageReplies replies, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.chats = chats;
        this.replies = replies;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        floor = chats.open();
    }

    @Test
    void aNewChatIsAnsweredOnceAndCountsAsNobodysReply() {
        on(ALWAYS, Map.of(Kind.FIRST_MESSAGE, "{buyer} 你好，這裡是 {shop}"));

        var conversation = chats.writeToAmy(floor, "b-1").conversation();
        awaitReplies(conversation, 1);
        chats.write(floor, "b-1", "還在嗎?");
        chats.write(floor, "b-2", "在嗎?");

        assertThat(texts(conversation)).singleElement().asString().endsWith("你好，這裡是 賣場S");
        var view = chats.view(floor, conversation);
        assertThat(view.unread()).isEqualTo(2);
        assertThat(view.buyerSpokeLast()).isTrue();
        assertThat(chats.seqs(conversation)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void outsideTheHoursComesBeforeNobodyOnlineAndBothBeforeTheFirstMessage() {
        on(NEVER, Map.of(Kind.FIRST_MESSAGE, "歡迎", Kind.NOBODY_ONLINE, "沒人", Kind.OUTSIDE_HOURS, "休息中"));
        chats.offline(floor, floor.amy());
        var closed = chats.write(floor, "closed", "在嗎?").conversation();
        awaitReplies(closed, 1);
        assertThat(texts(closed)).containsExactly("休息中");

        on(ALWAYS, Map.of(Kind.FIRST_MESSAGE, "歡迎", Kind.NOBODY_ONLINE, "沒人", Kind.OUTSIDE_HOURS, "休息中"));
        var alone = chats.write(floor, "alone", "在嗎?").conversation();
        awaitReplies(alone, 1);
        assertThat(texts(alone)).containsExactly("沒人");

        chats.online(floor, floor.amy());
        var greeted = chats.write(floor, "greeted", "在嗎?").conversation();
        awaitReplies(greeted, 1);
        assertThat(texts(greeted)).containsExactly("歡迎");
    }

    @Test
    void theSameKindComesOnceInADayAndAgainTheDayAfter() {
        on(NEVER, Map.of(Kind.OUTSIDE_HOURS, "休息中"));
        var conversation = chats.write(floor, "b-1", "在嗎?").conversation();
        awaitReplies(conversation, 1);

        chats.write(floor, "b-1", "哈囉?");
        // Another buyer's reply comes later than this one's would.
        var other = chats.write(floor, "b-2", "在嗎?").conversation();
        awaitReplies(other, 1);
        assertThat(texts(conversation)).hasSize(1);

        aDayAgo(conversation);
        chats.write(floor, "b-1", "今天呢?");
        awaitReplies(conversation, 2);
    }

    @Test
    void ofManyMessagesAtOnceOneIsAnswered() throws Exception {
        on(NEVER, Map.of(Kind.OUTSIDE_HOURS, "休息中"));
        var conversation = chats.write(floor, "b-1", "一").conversation();
        Chats.atOnce(
                () -> chats.write(floor, "b-1", "二"),
                () -> chats.write(floor, "b-1", "三"),
                () -> chats.write(floor, "b-1", "m-4", "四"),
                () -> chats.write(floor, "b-1", "m-4", "四"));
        var other = chats.write(floor, "b-2", "在嗎?").conversation();
        awaitReplies(other, 1);

        awaitReplies(conversation, 1);
        assertThat(chats.seqs(conversation)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aMessageAsksNoMoreOfTheDatabaseForIt() {
        on(ALWAYS, Map.of(Kind.FIRST_MESSAGE, "歡迎"));

        var tally = SqlCounter.during(() -> chats.write(floor, "new", "有貨嗎?"));

        assertThat(tally.statements()).hasSize(6);
        assertThat(tally.commits()).isEqualTo(1);
    }

    @Test
    void theShopSetsThemUpInItsSettingsAndTheBuyerReadsThem() {
        browser.expect("422");
        var page = browser.signedIn(floor.fresh().code() + ":main");
        page.navigate("/platform/chat-groups/" + floor.fresh().shop() + "/settings");
        page.getByTestId("reply-on-NOBODY_ONLINE").check();
        page.getByTestId("open-SUNDAY").uncheck();
        page.getByTestId("from-MONDAY").fill("08:30");
        page.getByTestId("replies-save").click();
        assertThat(page.locator("#problem-NOBODY_ONLINE")).containsText("請輸入回覆內容");
        assertThat(page.getByTestId("from-MONDAY")).hasValue("08:30");
        assertThat(page.getByTestId("open-SUNDAY")).not().isChecked();
        browser.axe(page);

        page.getByTestId("reply-text-NOBODY_ONLINE").fill("<b>{buyer}</b>，稍等");
        page.getByTestId("replies-save").click();
        assertThat(page.locator("#notices")).containsText("已儲存");
        assertThat(page.getByTestId("from-MONDAY")).hasValue("08:30");

        chats.offline(floor, floor.amy());
        var buyer = browser.window();
        buyer.navigate("/store/" + floor.fresh().shop());
        buyer.getByTestId("chat-open").click();
        buyer.locator("[name=name]").fill("林小圓");
        buyer.getByTestId("chat-text").fill("有人嗎?");
        buyer.getByTestId("chat-send").click();
        assertThat(buyer.getByTestId("chat-line").last()).containsText("<b>林小圓</b>，稍等");
        assertThat(buyer.getByTestId("chat-line").last()).containsText("自動回覆");
    }

    private void on(OpeningHours hours, Map<Kind, String> texts) {
        var all = new EnumMap<Kind, Reply>(Kind.class);
        texts.forEach((kind, text) -> all.put(kind, new Reply(true, text)));
        replies.change(
                floor.fresh().actor(),
                floor.fresh().shop().toString(),
                new AutomaticReplies(all, hours),
                clock.instant());
    }

    private void awaitReplies(ConversationId conversation, int count) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(texts(conversation)).hasSize(count));
    }

    private List<String> texts(ConversationId conversation) {
        return jdbc.sql(
                        "select text from webchat_message where conversation_id = ? and notice = 'AUTOMATIC' order by seq")
                .param(conversation.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void aDayAgo(ConversationId conversation) {
        transaction.executeWithoutResult(
                _ -> jdbc.sql("""
                        update webchat_automatic set sent_at = sent_at - interval 24 hour
                        where buyer_id = (select buyer_id from webchat_conversation where id = ?)""").param(conversation.value()).update());
    }
}
