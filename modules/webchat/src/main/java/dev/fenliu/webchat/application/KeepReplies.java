package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.ReplyId;
import dev.fenliu.webchat.domain.QuickReplies;
import dev.fenliu.webchat.domain.QuickReplies.OfMember;
import dev.fenliu.webchat.domain.QuickReplies.OfShop;
import dev.fenliu.webchat.domain.QuickReplies.Shelf;
import dev.fenliu.webchat.domain.QuickReply;
import dev.fenliu.webchat.domain.TooManyKept;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quick replies (快速回覆): agents keep their own, whoever manages the chat groups of a shop keeps the shop's. */
@Service
public class KeepReplies {
    private static final int MOST = 200;

    private final QuickReplies replies;
    private final ReadConversations conversations;
    private final Permissions permissions;
    private final Directory directory;
    private final Ids ids;

    KeepReplies(
            QuickReplies replies,
            ReadConversations conversations,
            Permissions permissions,
            Directory directory,
            Ids ids) {
        this.replies = replies;
        this.conversations = conversations;
        this.permissions = permissions;
        this.directory = directory;
        this.ids = ids;
    }

    /** What an agent can answer in a conversation: the shop's replies, then their own. */
    @Transactional(readOnly = true)
    public List<ReadyReply> atHand(Actor me, ConversationId id) {
        var conversation = conversations.conversation(me, id);
        var agent = directory.member(me.enterprise(), me.me()).map(Member::name).orElse(me.name());
        return replies.atHand(me.enterprise(), conversation.shop(), me.me()).stream()
                .map(reply -> new ReadyReply(
                        reply.id(),
                        reply.title(),
                        reply.filled(conversation.buyerName(), conversation.shopName(), agent)))
                .toList();
    }

    /** Throws {@link MayNotChat}. */
    @Transactional(readOnly = true)
    public List<QuickReply> own(Actor me) {
        return replies.on(me.enterprise(), permitted(me, null));
    }

    /** Throws {@link UnknownShop} and {@link NotAllowed}. */
    @Transactional(readOnly = true)
    public List<QuickReply> ofShop(Actor me, ShopId shop) {
        return replies.on(me.enterprise(), permitted(me, shop));
    }

    /** The shops whose replies the member may change. Throws {@link NotAllowed} if there is none. */
    @Transactional(readOnly = true)
    public List<Shop> shops(Actor me) {
        var shops = permissions.shopsAllowing(me.enterprise(), me.me(), Permission.MANAGE_CHAT_GROUPS);
        if (shops.isEmpty()) {
            throw new NotAllowed();
        }
        return shops;
    }

    /** Keeps one more: the member's own where no shop is named. */
    @Transactional
    public void add(Actor me, @Nullable ShopId shop, @Nullable String title, @Nullable String text) {
        var shelf = permitted(me, shop);
        var reply = QuickReply.typed(new ReplyId(ids.next()), title, text);
        if (replies.on(me.enterprise(), shelf).size() >= MOST) {
            throw new TooManyKept(MOST);
        }
        replies.add(me.enterprise(), shelf, reply);
    }

    @Transactional
    public void change(Actor me, @Nullable ShopId shop, ReplyId id, @Nullable String title, @Nullable String text) {
        var shelf = permitted(me, shop);
        replies.change(me.enterprise(), shelf, QuickReply.typed(id, title, text));
    }

    @Transactional
    public void remove(Actor me, @Nullable ShopId shop, ReplyId id) {
        replies.remove(me.enterprise(), permitted(me, shop), id);
    }

    private Shelf permitted(Actor me, @Nullable ShopId shop) {
        if (shop == null) {
            if (!permissions.allowSomewhere(me, Permission.CHAT)) {
                throw new MayNotChat();
            }
            return new OfMember(me.me());
        }
        if (directory.shop(me.enterprise(), shop).isEmpty()) {
            throw new UnknownShop();
        }
        if (!permissions.allow(me, Permission.MANAGE_CHAT_GROUPS, shop)) {
            throw new NotAllowed();
        }
        return new OfShop(shop);
    }
}
