package dev.fenliu.webchat.domain;

import static dev.fenliu.webchat.domain.ConversationState.CLOSED;
import static dev.fenliu.webchat.domain.ConversationState.OPEN;
import static dev.fenliu.webchat.domain.ConversationState.WAITING;
import static dev.fenliu.webchat.domain.WebchatFixtures.AMY;
import static dev.fenliu.webchat.domain.WebchatFixtures.BEN;
import static dev.fenliu.webchat.domain.WebchatFixtures.ID;
import static dev.fenliu.webchat.domain.WebchatFixtures.NINE;
import static dev.fenliu.webchat.domain.WebchatFixtures.aNewConversation;
import static dev.fenliu.webchat.domain.WebchatFixtures.aReadConversationOfAmy;
import static dev.fenliu.webchat.domain.WebchatFixtures.anUnreadConversationOfAmy;
import static dev.fenliu.webchat.domain.WebchatFixtures.minutesLater;
import static dev.fenliu.webchat.domain.WebchatFixtures.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.routing.Trigger;
import org.junit.jupiter.api.Test;

class ConversationTests {
    @Test
    void aNewOneWaitsAndAsksForAnAgent() {
        var conversation = aNewConversation();

        assertThat(conversation.state()).isEqualTo(WAITING);
        assertThat(conversation.holding().asking()).isTrue();
        assertThat(conversation.ownerToAskAbout()).isNull();
    }

    @Test
    void linesAreNumberedWithoutGapsWhoeverWritesThem() {
        var conversation = anUnreadConversationOfAmy();

        var reply = conversation.reply(ID, AMY, "有的", NINE);
        var question = conversation.buyerWrites(ID, saying("多少錢?"), NINE);
        var notice = conversation.close(ID, AMY, 2, NINE);

        assertThat(reply.seq()).isEqualTo(2);
        assertThat(question.seq()).isEqualTo(3);
        assertThat(notice.seq()).isEqualTo(4);
    }

    @Test
    void aMessageToAnOwnedConversationAsksWhetherItsOwnerStays() {
        assertThat(anUnreadConversationOfAmy().ownerToAskAbout()).isEqualTo(AMY);
    }

    @Test
    void nobodyIsAskedAboutWhileRoutingIsAlreadyAsked() {
        var conversation = anUnreadConversationOfAmy();

        conversation.askForAgent();

        assertThat(conversation.ownerToAskAbout()).isNull();
        assertThat(conversation.owner()).isEqualTo(AMY);
    }

    @Test
    void nobodyIsAskedAboutWhileItIsHeld() {
        var conversation = aNewConversation();

        conversation.assign(AMY, true, Trigger.MESSAGE, NINE);

        assertThat(conversation.ownerToAskAbout()).isNull();
    }

    @Test
    void anOwnerMakesItOpenAndTheStagingAreaMakesItWait() {
        var conversation = anUnreadConversationOfAmy();
        assertThat(conversation.state()).isEqualTo(OPEN);

        conversation.assign(null, false, Trigger.OWNER_GONE, NINE);

        assertThat(conversation.state()).isEqualTo(WAITING);
        assertThat(conversation.holding().asking()).isFalse();
    }

    @Test
    void beingHeldForTheAgentWhoThenComesBackChangesNoOwner() {
        var conversation = aNewConversation();
        assertThat(conversation.assign(AMY, true, Trigger.MESSAGE, NINE)).isTrue();

        assertThat(conversation.assign(AMY, false, Trigger.AGENT_AVAILABLE, minutesLater(3)))
                .isFalse();

        assertThat(conversation.holding().held()).isFalse();
        assertThat(conversation.talk().updatedAt()).isEqualTo(NINE);
    }

    @Test
    void aNewOwnerFindsTheLastMessageUnreadAndTheBuyerStillSeesItAsRead() {
        var conversation = anUnreadConversationOfAmy();
        conversation.buyerWrites(ID, saying("在嗎?"), NINE);
        conversation.read(AMY, 2, 2, NINE);

        conversation.assign(BEN, false, Trigger.FORWARDED, minutesLater(1));

        assertThat(conversation.marks().unread()).isEqualTo(1);
        assertThat(conversation.marks().receiptSeq()).isEqualTo(2);
    }

    @Test
    void aNewOwnerKeepsWhatTheFormerOneHadNotRead() {
        var conversation = anUnreadConversationOfAmy();
        conversation.buyerWrites(ID, saying("在嗎?"), NINE);

        conversation.assign(BEN, false, Trigger.OWNER_GONE, minutesLater(1));

        assertThat(conversation.marks().unread()).isEqualTo(2);
    }

    @Test
    void theReadMarkNeverGoesBack() {
        var conversation = anUnreadConversationOfAmy();
        conversation.buyerWrites(ID, saying("在嗎?"), NINE);
        assertThat(conversation.read(AMY, 2, 2, NINE)).isTrue();

        assertThat(conversation.read(AMY, 1, 1, minutesLater(1))).isFalse();

        assertThat(conversation.marks().unread()).isZero();
        assertThat(conversation.talk().updatedAt()).isEqualTo(NINE);
    }

    @Test
    void readingUpToAMessageLeavesLaterOnesUnread() {
        var conversation = anUnreadConversationOfAmy();
        conversation.buyerWrites(ID, saying("在嗎?"), NINE);

        conversation.read(AMY, 1, 1, NINE);

        assertThat(conversation.marks().unread()).isEqualTo(1);
    }

    @Test
    void replyingMarksReadAndMakesTheAgentTheLastHandler() {
        var conversation = anUnreadConversationOfAmy();

        conversation.reply(ID, AMY, "有的", minutesLater(1));

        assertThat(conversation.marks().unread()).isZero();
        assertThat(conversation.marks().receiptSeq()).isEqualTo(1);
        assertThat(conversation.holding().lastHandler()).isEqualTo(AMY);
        assertThat(conversation.talk().buyerSpokeLast()).isFalse();
    }

    @Test
    void whoeverOwnedItLastIsTheLastHandlerIfNobodyWrote() {
        assertThat(anUnreadConversationOfAmy().holding().lastHandler()).isEqualTo(AMY);
    }

    @Test
    void theRecipientOfAForwardIsTheLastHandlerWhoeverWroteBefore() {
        var conversation = anUnreadConversationOfAmy();
        conversation.reply(ID, AMY, "請稍等", NINE);

        conversation.assign(BEN, false, Trigger.FORWARDED, minutesLater(1));

        assertThat(conversation.holding().lastHandler()).isEqualTo(BEN);
    }

    @Test
    void theLabelOfAForwardStaysUntilTheRecipientsFirstReplyAndTheLineForEver() {
        var conversation = anUnreadConversationOfAmy();
        conversation.assign(BEN, false, Trigger.FORWARDED, NINE);

        var line = conversation.labelHandedOver(ID, AMY, BEN, Trigger.FORWARDED, "退貨", NINE);
        assertThat(conversation.label()).isEqualTo(new Label(AMY, "退貨"));
        conversation.reply(ID, BEN, "您好", minutesLater(1));

        assertThat(conversation.label()).isNull();
        assertThat(line.notice()).isEqualTo(Notice.FORWARDED);
        assertThat(line.internal()).isTrue();
        assertThat(line.text()).isEqualTo("退貨");
    }

    @Test
    void theLabelDoesNotFollowToWhoeverRoutingFindsNext() {
        var conversation = anUnreadConversationOfAmy();
        conversation.assign(BEN, false, Trigger.FORWARDED, NINE);
        conversation.labelHandedOver(ID, AMY, BEN, Trigger.FORWARDED, "", NINE);

        conversation.assign(AMY, false, Trigger.OWNER_GONE, minutesLater(20));

        assertThat(conversation.label()).isNull();
    }

    @Test
    void onlyTheOwnerAnswersReadsAndCloses() {
        var conversation = anUnreadConversationOfAmy();

        assertThatThrownBy(() -> conversation.reply(ID, BEN, "您好", NINE)).isInstanceOf(NotOwner.class);
        assertThatThrownBy(() -> conversation.read(BEN, 1, 1, NINE)).isInstanceOf(NotOwner.class);
        assertThatThrownBy(() -> conversation.close(ID, BEN, 1, NINE)).isInstanceOf(NotOwner.class);
    }

    @Test
    void nobodyOwnsAWaitingOne() {
        assertThatThrownBy(() -> aNewConversation().reply(ID, AMY, "您好", NINE)).isInstanceOf(NotOwner.class);
    }

    @Test
    void itIsNotClosedOverAMessageThatTheAgentHasNotSeen() {
        var conversation = anUnreadConversationOfAmy();
        conversation.buyerWrites(ID, saying("還有一個問題"), NINE);

        assertThatThrownBy(() -> conversation.close(ID, AMY, 1, NINE)).isInstanceOf(BuyerWroteMeanwhile.class);

        assertThat(conversation.state()).isEqualTo(OPEN);
    }

    @Test
    void aClosedOneStaysClosed() {
        var conversation = aReadConversationOfAmy();
        conversation.close(ID, AMY, 1, NINE);

        assertThatThrownBy(() -> conversation.buyerWrites(ID, saying("在嗎?"), NINE))
                .isInstanceOf(ConversationIsClosed.class);
        assertThatThrownBy(() -> conversation.reply(ID, AMY, "您好", NINE)).isInstanceOf(ConversationIsClosed.class);
        assertThatThrownBy(() -> conversation.close(ID, AMY, 1, NINE)).isInstanceOf(ConversationIsClosed.class);
        assertThat(conversation.read(AMY, 1, 1, NINE)).isFalse();
        assertThat(conversation.state()).isEqualTo(CLOSED);
    }

    @Test
    void whoeverWaitedForALockDoesNotTurnTheClockBack() {
        var conversation = anUnreadConversationOfAmy();
        conversation.buyerWrites(ID, saying("一"), minutesLater(2));

        conversation.buyerWrites(ID, saying("二"), minutesLater(1));

        assertThat(conversation.talk().lastTalkedAt()).isEqualTo(minutesLater(2));
    }

    @Test
    void theBuyerWaitsSinceTheFirstMessageThatNobodyAnswered() {
        var conversation = anUnreadConversationOfAmy();
        conversation.buyerWrites(ID, saying("在嗎?"), minutesLater(2));
        conversation.read(AMY, 2, 2, minutesLater(3));
        assertThat(conversation.talk().unansweredSince()).isEqualTo(NINE);

        conversation.reply(ID, AMY, "在的", minutesLater(4));
        assertThat(conversation.talk().unansweredSince()).isNull();

        conversation.buyerWrites(ID, saying("太好了"), minutesLater(5));
        assertThat(conversation.talk().unansweredSince()).isEqualTo(minutesLater(5));
    }
}
