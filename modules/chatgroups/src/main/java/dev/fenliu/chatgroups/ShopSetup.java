package dev.fenliu.chatgroups;

import dev.fenliu.accounts.ShopId;
import java.util.List;

/**
 * How one shop distributes its chats.
 *
 * @param enabled the distribution switch (聊聊分流)
 * @param includeMain 在聊聊分組中加入主帳號
 * @param cap the unread conversations over all shops at which an agent takes no more of this shop
 * @param groups in the order of their creation, each with the members who count: the main account only while its switch
 *     is on
 */
public record ShopSetup(
        ShopId shop, boolean enabled, boolean includeMain, int cap, TieBreak tieBreak, List<ChatGroup> groups) {}
