package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.SqlCounter;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Desks;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.OpenConversations.Count;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.BlockBuyers;
import dev.fenliu.webchat.application.BuyerFile;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.KeepReplies;
import dev.fenliu.webchat.application.KnowBuyers;
import dev.fenliu.webchat.application.OverseeConversations;
import dev.fenliu.webchat.application.RateConversations;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.application.SeeAnswers;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.domain.AlreadyRated;
import dev.fenliu.webchat.domain.BuyerIsBlocked;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.FieldIsTooLong;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.NoSuchScore;
import dev.fenliu.webchat.domain.NotEnded;
import dev.fenliu.webchat.domain.NotYours;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Rating;
import dev.fenliu.webchat.domain.Received;
import dev.fenliu.webchat.domain.StateFilter;
import dev.fenliu.webchat.domain.Wanted;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands around a conversation: notes, earlier ones, blocking, ratings, quick replies, and who may see which. */
@FenliuTest
class ThreadTests {
    @Autowired
    private Workplace workplace;

    @Autowired
    private ManageMembers members;

    @Autowired
    private Desks desks;

    @Autowired
    private AnswerConversations answers;

    @Autowired
    private ReadConversations conversations;

    @Autowired
    private ForwardConversations forwards;

    @Autowired
    private KnowBuyers buyers;

    @Autowired
    private BlockBuyers blocking;

    @Autowired
    private RateConversations rating;

    @Autowired
    private SeeAnswers seeing;

    @Autowired
    private KeepReplies replies;

    @Autowired
    private OverseeConversations overseeing;

    @Autowired
    private OpenConversations open;

    @Autowired
    private ReceiveMessages messages;

    @Autowired
    private FreshEnterprises enterprises;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Workplace.Opened place;

    @BeforeEach
    void open() {
        place = workplace.open();
        desks.choose(place.fresh().enterprise(), place.amy(), Presence.ONLINE, clock.instant());
    }

    @Test
    void theOwnerSeesEarlierConversationsAndWhoAnsweredThem() {
        var first = given("林小圓", "尺寸偏大嗎?", new Card(Card.Type.PRODUCT, "linen-shirt", "亞麻寬版襯衫"));
        answers.reply(amy(), first.conversation(), "版型偏大", null, clock.instant());
        answers.close(amy(), first.conversation(), null, clock.instant());
        rating.rate(enterprise(), shop(), "林小圓", first.conversation(), new Rating(4, "很快"), clock.instant());
        var now = given("林小圓", "再問一下", null);

        var file = buyers.of(page(place.amy()), now.conversation());

        assertThat(file.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.conversation()).isEqualTo(first.conversation());
            assertThat(visit.handlerName()).isEqualTo("amy");
            assertThat(visit.score()).isEqualTo(4);
        });
        assertThat(file.goods())
                .singleElement()
                .satisfies(goods -> assertThat(goods.ware())
                        .isNotNull()
                        .satisfies(ware -> assertThat(ware.price()).isEqualTo("NT$ 690")));
        assertThat(conversations
                        .earlier(page(place.amy()), now.conversation(), first.conversation())
                        .lines())
                .hasSize(3);
        assertThatThrownBy(() -> conversations.earlier(page(place.ben()), now.conversation(), first.conversation()))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void whoeverHadAnEarlierConversationSeesNothingOfWhatALaterOneIsAbout() {
        var first = given("林小圓", "尺寸偏大嗎?", new Card(Card.Type.PRODUCT, "linen-shirt", "亞麻寬版襯衫"));
        answers.reply(amy(), first.conversation(), "版型偏大", null, clock.instant());
        answers.close(amy(), first.conversation(), null, clock.instant());
        given("林小圓", "訂單呢?", new Card(Card.Type.ORDER, "241102-8871", "訂單"));

        var file = buyers.of(page(place.amy()), first.conversation());

        assertThat(file.goods()).extracting(goods -> goods.card().ref()).containsExactly("linen-shirt");
    }

    @Test
    void anEarlierConversationOfSomebodyElseIsNotOpenedThroughOnesOwn() {
        var others = given("other", "不相干", null);
        var mine = given("mine", "你好", null);

        assertThatThrownBy(() -> conversations.earlier(page(place.amy()), mine.conversation(), others.conversation()))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void whatIsKnownOfABuyerTakesEightStatements() {
        var chat = given("counted", "你好", null);
        buyers.of(page(place.amy()), chat.conversation());

        var tally = SqlCounter.during(() -> buyers.of(page(place.amy()), chat.conversation()));

        assertThat(tally.statements()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void notesAboutABuyerAreSharedAndChangedByTheirAuthorAlone() {
        var chat = given("noted", "你好", null);
        buyers.note(page(place.amy()), chat.conversation(), "偏好宅配", clock.instant());
        var note = file(place.amy(), chat).notes().getFirst();

        buyers.change(page(place.amy()), chat.conversation(), note.id(), "偏好超商", clock.instant());

        assertThat(file(place.amy(), chat).notes()).singleElement().satisfies(it -> {
            assertThat(it.text()).isEqualTo("偏好超商");
            assertThat(it.authorName()).isEqualTo("amy");
            assertThat(it.changedAt()).isNotNull();
        });
        var overseer = overseer();
        assertThatThrownBy(() -> buyers.change(overseer, chat.conversation(), note.id(), "不是我寫的", clock.instant()))
                .isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> buyers.note(page(place.ben()), chat.conversation(), "看不到", clock.instant()))
                .isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> buyers.note(page(place.amy()), chat.conversation(), "長".repeat(1001), clock.instant()))
                .isInstanceOf(FieldIsTooLong.class);
        buyers.remove(page(place.amy()), chat.conversation(), note.id());
        assertThat(file(place.amy(), chat).notes()).isEmpty();
    }

    @Test
    void whoeverHandledItBeforeReadsTheNotesAndWritesNone() {
        var chat = given("handed-on", "你好", null);
        desks.choose(place.fresh().enterprise(), place.ben(), Presence.ONLINE, clock.instant());
        forwards.forward(amy(), chat.conversation(), Target.of(place.ben()), null, clock.instant());

        buyers.note(page(place.ben()), chat.conversation(), "偏好宅配", clock.instant());

        assertThat(file(place.amy(), chat).notes()).hasSize(1);
        assertThatThrownBy(() -> buyers.note(page(place.amy()), chat.conversation(), "我也寫", clock.instant()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aBlockedBuyerIsRefusedUntilUnblockedAndBothAreLogged() {
        var chat = given("blocked", "第一則", null);
        var overseer = overseer();

        assertThatThrownBy(() -> blocking.block(page(place.amy()), chat.conversation(), clock.instant()))
                .isInstanceOf(NotAllowed.class);
        blocking.block(overseer, chat.conversation(), clock.instant());
        blocking.block(overseer, chat.conversation(), clock.instant());

        assertThatThrownBy(() -> workplace.write(place, "blocked", "第二則")).isInstanceOf(BuyerIsBlocked.class);
        assertThat(file(place.amy(), chat).block()).isNotNull();
        assertThat(conversations.ofBuyer(enterprise(), shop(), "blocked", null).blocked())
                .isTrue();
        workplace.write(place, "somebody else", "照常");
        blocking.unblock(overseer, chat.conversation(), clock.instant());
        workplace.write(place, "blocked", "第三則");
        assertThat(jdbc.sql("select action from account_activity where enterprise_id = ? and action like 'buyer-%'"
                                + " order by id")
                        .param(enterprise().value())
                        .query(String.class)
                        .list())
                .containsExactly("buyer-blocked", "buyer-unblocked");
    }

    @Test
    void aConversationIsRatedOnceWhenItHasEndedByItsBuyerAlone() {
        var chat = given("rater", "你好", null);
        assertThatThrownBy(() -> rate("rater", chat, 5)).isInstanceOf(NotEnded.class);
        answers.close(amy(), chat.conversation(), null, clock.instant());
        given("stranger", "我是別人", null);

        assertThatThrownBy(() -> rate("stranger", chat, 1)).isInstanceOf(UnknownConversation.class);
        assertThatThrownBy(() -> rate("rater", chat, 6)).isInstanceOf(NoSuchScore.class);
        assertThat(conversations.ofBuyer(enterprise(), shop(), "rater", null).rateable())
                .isEqualTo(chat.conversation());
        rate("rater", chat, 5);

        assertThatThrownBy(() -> rate("rater", chat, 1)).isInstanceOf(AlreadyRated.class);
        assertThat(conversations.ofBuyer(enterprise(), shop(), "rater", null).rateable())
                .isNull();
    }

    @Test
    void whatTheBuyerHasSeenShowsToTheAgent() {
        var chat = given("reader", "在嗎?", null);
        var answer = answers.reply(amy(), chat.conversation(), "在", null, clock.instant());
        assertThat(answer.readAt()).isNull();

        seeing.see(enterprise(), shop(), "reader", answer.position(), clock.instant());

        assertThat(conversations
                        .thread(page(place.amy()), chat.conversation(), null)
                        .lines()
                        .getLast()
                        .readAt())
                .isNotNull();
        given("other reader", "在嗎?", null);
        assertThatThrownBy(() -> seeing.see(
                        enterprise(), shop(), "other reader", new Position(chat.conversation(), 9), clock.instant()))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void quickRepliesAreFilledWithNamesAndNothingElse() {
        var chat = given("{agent}", "你好", null);
        replies.add(main(), shop(), "問候", "{buyer} 您好,我是 {agent},{shop} ${7*7} {other} {buyer}");
        replies.add(page(place.amy()), null, "自己的", "只有我");
        replies.add(page(place.ben()), null, "Ben 的", "看不到");

        var ready = replies.atHand(page(place.amy()), chat.conversation());

        assertThat(ready)
                .extracting(it -> it.title() + ":" + it.text())
                .containsExactly("問候:{agent} 您好,我是 amy,賣場S ${7*7} {other} {agent}", "自己的:只有我");
        assertThatThrownBy(() -> replies.add(page(place.amy()), shop(), "不行", "沒有權限"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> replies.atHand(page(place.ben()), chat.conversation()))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void whoeverMaySeeAllLooksOnAndNotesButDoesNotAnswer() {
        var chat = given("watched", "你好", null);
        var overseer = overseer();

        var thread = conversations.thread(overseer, chat.conversation(), null);
        var note = answers.note(Acting.self(overseer), chat.conversation(), "先退款", null, clock.instant());

        assertThat(thread.writable()).isFalse();
        assertThat(conversations
                        .messages(place.fresh().actor(), chat.conversation(), null, 50)
                        .items())
                .as("what programs read, which may show it to the buyer")
                .noneMatch(line -> line.text().contains("先退款"));
        assertThat(conversations.ofBuyer(enterprise(), shop(), "watched", null).lines())
                .noneMatch(line -> line.text().contains("先退款"));
        assertThat(note.isNote()).isTrue();
        var scope = overseeing.scope(overseer, new Wanted(null, null, null));
        assertThat(conversations.search(overseer, scope.wanted(), null, 10).items())
                .extracting(it -> it.id())
                .contains(chat.conversation());
        assertThatThrownBy(() -> overseeing.scope(page(place.amy()), new Wanted(shop(), null, null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> answers.reply(Acting.self(overseer), chat.conversation(), "代答", null, clock.instant()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() ->
                        answers.note(Acting.self(page(place.ben())), chat.conversation(), "看不到", null, clock.instant()))
                .isInstanceOf(UnknownConversation.class);
    }

    @Test
    void theFiguresOfOpenChatsAreTheRowsOfTheirLists() {
        var other = enterprises.shop(place.fresh(), "第二家");
        var third = enterprises.shop(place.fresh(), "第三家");
        answers.read(amy(), given("read", "在嗎?", null).conversation(), null, clock.instant());
        given("unread", "在嗎?", null);
        var back = given("back", "在嗎?", null);
        answers.reply(amy(), back.conversation(), "在", null, clock.instant());
        answers.close(amy(), back.conversation(), null, clock.instant());
        desks.choose(enterprise(), place.amy(), Presence.OFFLINE, clock.instant());
        var held = given("back", "還在嗎?", null);
        assertThat(conversations
                        .conversation(place.fresh().actor(), held.conversation())
                        .held())
                .isTrue();
        mainGets(other, "there");
        mainGets(third, "elsewhere");

        var counts = open.count(enterprise());
        assertThat(counts).extracting(Count::unread).containsExactlyInAnyOrder(2, 1, 1);
        for (var count : counts) {
            var all = main();
            assertThat(rows(all, new Wanted(count.shop(), count.owner(), StateFilter.UNREAD)))
                    .isEqualTo(rows(all, new Wanted(count.shop(), null, StateFilter.UNREAD)))
                    .hasSize(count.unread());
            assertThat(rows(all, new Wanted(count.shop(), count.owner(), StateFilter.READ)))
                    .isEqualTo(rows(all, new Wanted(count.shop(), null, StateFilter.READ)))
                    .hasSize(count.read());
        }
        assertThat(rows(main(), new Wanted(null, null, StateFilter.UNREAD))).hasSize(4);
        assertThat(rows(main(), new Wanted(null, place.amy(), StateFilter.UNREAD)))
                .hasSize(2);
        assertThat(rows(main(), new Wanted(null, place.amy(), StateFilter.READ)))
                .hasSize(1);
        assertThat(rows(main(), new Wanted(null, place.amy(), StateFilter.OPEN)))
                .hasSize(3);
        assertThat(conversations.count(main(), new Wanted(null, null, StateFilter.CLOSED)))
                .as("of those that have ended there may be any number")
                .isNull();
    }

    @Test
    void openChatsOfSomeShopsAreLookedThroughTogetherAndEndedOnesShopByShop() {
        var other = enterprises.shop(place.fresh(), "第二家");
        mainGets(enterprises.shop(place.fresh(), "第三家"), "elsewhere");
        var here = given("here", "在嗎?", null).conversation();
        var there = mainGets(other, "there");
        var wish = new NewMember(
                "two",
                "Two",
                null,
                null,
                null,
                List.of(new WishedRole(shop().toString(), "營運"), new WishedRole(other.toString(), "營運")));
        var two = page(members.create(place.fresh().actor(), wish, clock.instant())
                .member()
                .id());

        var open = overseeing.scope(two, new Wanted(null, null, StateFilter.UNREAD));
        assertThat(open.together()).isTrue();
        assertThat(rows(two, open.wanted())).containsExactlyInAnyOrder(here, there);
        var ended = overseeing.scope(two, new Wanted(null, null, StateFilter.CLOSED));
        assertThat(ended.together()).isFalse();
        assertThat(ended.wanted().shop()).isEqualTo(shop());
        assertThatThrownBy(() -> rows(two, new Wanted(null, null, null))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> rows(page(place.amy()), new Wanted(null, null, StateFilter.UNREAD)))
                .isInstanceOf(NotAllowed.class);
    }

    /** The rows of the list, which says how many they are. */
    private List<ConversationId> rows(Actor who, Wanted wanted) {
        var rows = conversations.search(who, wanted, null, 50).items().stream()
                .map(row -> row.id())
                .toList();
        if (wanted.living()) {
            assertThat(conversations.count(who, wanted)).isEqualTo(rows.size());
        }
        return rows;
    }

    private ConversationId mainGets(ShopId there, String buyer) {
        var conversation = messages.receive(
                        enterprise(),
                        there,
                        new IncomingMessage(buyer, null, null, ChatSource.OTHER, "在嗎?", null),
                        clock.instant())
                .conversation();
        await().untilAsserted(() ->
                assertThat(owner(conversation)).isEqualTo(place.fresh().main()));
        return conversation;
    }

    private Received given(String buyer, String text, @Nullable Card card) {
        var received = workplace.write(place, buyer, null, text, card);
        await().untilAsserted(() -> assertThat(owner(received.conversation())).isEqualTo(place.amy()));
        return received;
    }

    private @Nullable MemberId owner(ConversationId id) {
        return conversations.conversation(place.fresh().actor(), id).owner();
    }

    private void rate(String buyer, Received chat, int score) {
        rating.rate(enterprise(), shop(), buyer, chat.conversation(), Rating.of(score, null), clock.instant());
    }

    private BuyerFile file(MemberId member, Received chat) {
        return buyers.of(page(member), chat.conversation());
    }

    /** 營運: sees and moves all conversations, and answers none. */
    private Actor overseer() {
        var wish = new NewMember("ops", "Ops", null, null, "fenliu-demo", List.of(new WishedRole("*", "營運")));
        return page(members.create(place.fresh().actor(), wish, clock.instant())
                .member()
                .id());
    }

    private Acting amy() {
        return Acting.self(page(place.amy()));
    }

    private Actor main() {
        return page(place.fresh().main());
    }

    private Actor page(MemberId member) {
        return new Actor(enterprise(), member, "somebody", "127.0.0.1");
    }

    private dev.fenliu.accounts.EnterpriseId enterprise() {
        return place.fresh().enterprise();
    }

    private dev.fenliu.accounts.ShopId shop() {
        return place.fresh().shop();
    }
}
