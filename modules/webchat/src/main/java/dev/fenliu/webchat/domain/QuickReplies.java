package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.webchat.ReplyId;
import java.util.List;

/** The answers that shops and members keep ready, in the order of their creation. */
public interface QuickReplies {
    /** Whose they are: a shop's or a member's own. */
    sealed interface Shelf {}

    /** For everybody who answers in that shop. */
    record OfShop(ShopId shop) implements Shelf {}

    /** For one member, in every shop. */
    record OfMember(MemberId member) implements Shelf {}

    List<QuickReply> on(EnterpriseId enterprise, Shelf shelf);

    /** The shop's first, then the member's own. One statement. */
    List<QuickReply> atHand(EnterpriseId enterprise, ShopId shop, MemberId member);

    void add(EnterpriseId enterprise, Shelf shelf, QuickReply reply);

    /** Throws {@link UnknownReply}. */
    void change(EnterpriseId enterprise, Shelf shelf, QuickReply reply);

    /** Throws {@link UnknownReply}. */
    void remove(EnterpriseId enterprise, Shelf shelf, ReplyId id);
}
