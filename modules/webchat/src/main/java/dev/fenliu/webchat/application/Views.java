package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.webchat.domain.Listed;
import dev.fenliu.webchat.domain.Message;
import dev.fenliu.webchat.domain.Ware;
import dev.fenliu.webchat.domain.Wares;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to what was stored with ids. */
@Component
class Views {
    private final Directory directory;
    private final Wares wares;

    Views(Directory directory, Wares wares) {
        this.directory = directory;
        this.wares = wares;
    }

    List<ConversationView> conversations(EnterpriseId enterprise, List<Listed> listed) {
        return listed.stream().map(one -> conversation(enterprise, one)).toList();
    }

    ConversationView conversation(EnterpriseId enterprise, Listed listed) {
        var conversation = listed.conversation();
        var origin = conversation.origin();
        var label = conversation.label();
        var talk = conversation.talk();
        return new ConversationView(
                conversation.id(),
                origin.shop(),
                directory.shop(enterprise, origin.shop()).map(Shop::name).orElse(""),
                origin.buyer(),
                listed.buyer().externalId(),
                listed.buyer().name(),
                origin.source(),
                conversation.state(),
                conversation.holding().held(),
                conversation.owner(),
                name(enterprise, conversation.owner()),
                conversation.marks().unread(),
                label == null ? null : label.sender(),
                label == null ? null : name(enterprise, label.sender()),
                label == null ? null : label.note(),
                origin.openedAt(),
                talk.lastTalkedAt(),
                talk.buyerSpokeLast(),
                talk.unansweredSince(),
                talk.preview(),
                conversation.marks().lastSeq(),
                conversation.closedAt(),
                origin.page(),
                listed.buyer().blocked());
    }

    List<LineView> lines(EnterpriseId enterprise, List<Message> messages) {
        return messages.stream().map(message -> line(enterprise, message)).toList();
    }

    LineView line(EnterpriseId enterprise, Message message) {
        return new LineView(
                message.id(),
                message.position(),
                message.sender(),
                message.member(),
                name(enterprise, message.member()),
                message.recipient(),
                name(enterprise, message.recipient()),
                message.notice(),
                message.text(),
                message.card(),
                ware(message),
                message.at(),
                message.readAt());
    }

    /** Without internal lines. */
    List<BuyerLine> buyerLines(List<Message> messages) {
        return messages.stream()
                .filter(message -> !message.internal())
                .map(message -> new BuyerLine(
                        message.id(),
                        message.position(),
                        message.sender(),
                        message.notice(),
                        message.text(),
                        message.card(),
                        ware(message),
                        message.at(),
                        message.readAt() != null))
                .toList();
    }

    private @Nullable Ware ware(Message message) {
        var card = message.card();
        return card == null ? null : wares.find(message.shop(), card).orElse(null);
    }

    @Nullable
    String name(EnterpriseId enterprise, @Nullable MemberId member) {
        return member == null
                ? null
                : directory.member(enterprise, member).map(Member::name).orElse(null);
    }
}
