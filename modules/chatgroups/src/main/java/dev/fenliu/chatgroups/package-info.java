/**
 * Keeps each shop's distribution settings and chat groups (聊聊分組): which members answer chats from which source, and
 * what the shop answers by itself.
 *
 * <p>Says {@link dev.fenliu.chatgroups.ChatGroupEvent}; answers {@link dev.fenliu.chatgroups.ChatGroups},
 * {@link dev.fenliu.chatgroups.DraftedSetups} and {@link dev.fenliu.chatgroups.ShopReplies}; asks
 * {@link dev.fenliu.chatgroups.WaitingChats} what waits and {@link dev.fenliu.chatgroups.EqualLoads} who would be next.
 * Knows nothing of conversations.
 */
@ApplicationModule(allowedDependencies = {"accounts"})
@NullMarked
package dev.fenliu.chatgroups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
