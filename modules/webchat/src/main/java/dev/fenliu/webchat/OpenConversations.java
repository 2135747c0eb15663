package dev.fenliu.webchat;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import java.util.List;

/** What is open right now, counted from the conversations themselves. */
public interface OpenConversations {
    /** By shop and owner; conversations that wait in the staging area are not counted. One statement. */
    List<Count> count(EnterpriseId enterprise);

    /** How many conversations of one shop one owner has open and read, and open and unread. */
    record Count(ShopId shop, MemberId owner, int read, int unread) {}
}
