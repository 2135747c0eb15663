package dev.fenliu.chatgroups;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import java.util.Set;

/**
 * A group (群組) of one shop: the members who answer chats from its sources.
 *
 * @param name unique in the shop
 * @param sources at least one
 * @param members may be empty
 */
public record ChatGroup(GroupId id, ShopId shop, String name, Set<ChatSource> sources, Set<MemberId> members) {}
