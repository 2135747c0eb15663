package dev.fenliu.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.application.GroupWish;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Desks;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ConversationView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.ReceiveMessages;
import dev.fenliu.webchat.domain.IncomingMessage;
import dev.fenliu.webchat.domain.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shops with agents at work, buyers who write to them, and what became of it. */
@Component
class Chats {
    private final FreshEnterprises enterprises;
    private final ManageChatGroups groups;
    private final ManageDistribution distribution;
    private final Desks desks;
    private final ReceiveMessages messages;
    private final AnswerConversations answers;
    private final ReadConversations conversations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Chats(
            FreshEnterprises enterprises,
            ManageChatGroups groups,
            ManageDistribution distribution,
            Desks desks,
            ReceiveMessages messages,
            AnswerConversations answers,
            ReadConversations conversations,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.transaction = transaction;
        this.enterprises = enterprises;
        this.groups = groups;
        this.distribution = distribution;
        this.desks = desks;
        this.messages = messages;
        this.answers = answers;
        this.conversations = conversations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An enterprise of one shop with distribution on, and one group that has the agent. */
    record Floor(Fresh fresh, MemberId amy, MemberId ben, ChatGroup group) {
        Acting acting(MemberId member) {
            return new Acting(fresh.actor(), member);
        }

        /** The same member at their own desk, not through a program. */
        Acting self(MemberId member) {
            return new Acting(page(member), member);
        }

        Actor page(MemberId member) {
            return new Actor(fresh.enterprise(), member, "somebody", "127.0.0.1");
        }
    }

    /** Amy is online and in the group, Ben is in it and offline. */
    Floor open() {
        var fresh = enterprises.open();
        var amy = enterprises.agent(fresh, "amy");
        var ben = enterprises.agent(fresh, "ben");
        var group = groups.create(
                fresh.actor(),
                fresh.shop(),
                new GroupWish("售前客服", List.of(ChatSource.PRODUCT_PAGE), List.of(amy.toString(), ben.toString())),
                clock.instant());
        distribution.change(
                fresh.actor(),
                fresh.shop(),
                new ManageDistribution.Wish(true, null, 1_000, null),
                LastMember.TURN_OFF,
                clock.instant());
        desks.choose(fresh.enterprise(), amy, Presence.ONLINE, clock.instant());
        return new Floor(fresh, amy, ben, group);
    }

    /** Whatever a test before has done: Amy is online, Ben is not. */
    void begin(Floor floor) {
        online(floor, floor.amy());
        offline(floor, floor.ben());
    }

    void online(Floor floor, MemberId member) {
        desks.choose(floor.fresh().enterprise(), member, Presence.ONLINE, clock.instant());
    }

    void offline(Floor floor, MemberId member) {
        desks.choose(floor.fresh().enterprise(), member, Presence.OFFLINE, clock.instant());
    }

    /** Online without a signal, so that nobody decides what waits. */
    void sitsDownUnnoticed(Floor floor, MemberId member) {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                        update routing_presence set state = 'ONLINE', last_seen = ?
                        where member_id = ? and enterprise_id = ?
                        """)
                .params(
                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        member.value(),
                        floor.fresh().enterprise().value())
                .update());
    }

    Received write(Floor floor, String buyer, String text) {
        return write(floor, buyer, null, text);
    }

    Received write(Floor floor, String buyer, @Nullable String externalId, String text) {
        return messages.receive(
                floor.fresh().enterprise(),
                floor.fresh().shop(),
                new IncomingMessage(buyer, null, externalId, ChatSource.PRODUCT_PAGE, text, null),
                clock.instant());
    }

    /** A buyer's first message, once Amy has it. */
    Received writeToAmy(Floor floor, String buyer) {
        var received = write(floor, buyer, "有貨嗎?");
        awaitOwner(floor, received.conversation(), floor.amy());
        return received;
    }

    void awaitOwner(Floor floor, ConversationId conversation, MemberId owner) {
        await().pollInterval(Duration.ofMillis(5))
                .untilAsserted(
                        () -> assertThat(view(floor, conversation).owner()).isEqualTo(owner));
    }

    ConversationView view(Floor floor, ConversationId conversation) {
        return conversations.conversation(floor.fresh().actor(), conversation);
    }

    void read(Floor floor, MemberId member, ConversationId conversation) {
        answers.read(floor.acting(member), conversation, null, clock.instant());
    }

    List<Long> seqs(ConversationId conversation) {
        return jdbc.sql("select seq from webchat_message where conversation_id = ? order by seq")
                .param(conversation.value())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    List<String> texts(ConversationId conversation) {
        return jdbc.sql(
                        "select text from webchat_message where conversation_id = ? and sender <> 'SYSTEM' order by seq")
                .param(conversation.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<String> states(BuyerId buyer) {
        return jdbc.sql("select state from webchat_conversation where buyer_id = ? order by id")
                .param(buyer.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Something that is done at the same moment as something else. */
    @FunctionalInterface
    interface Action {
        Object run() throws Exception;
    }

    /** Does all of it at the same moment and answers what came of each: a value or the refusal. */
    static List<Object> atOnce(Action... actions) throws Exception {
        var start = new CyclicBarrier(actions.length);
        try (var threads = Executors.newFixedThreadPool(actions.length)) {
            var running = Arrays.stream(actions)
                    .map(action -> threads.submit(() -> {
                        start.await();
                        return action.run();
                    }))
                    .toList();
            return running.stream().map(Chats::outcome).toList();
        }
    }

    private static Object outcome(Future<Object> running) {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            return Objects.requireNonNull(failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
