/**
 * Keeps each shop's distribution settings and chat groups (聊聊分組): which members answer chats from which source.
 *
 * <p>Says {@link dev.fenliu.chatgroups.ChatGroupEvent}; answers {@link dev.fenliu.chatgroups.ChatGroups};
 * asks {@link dev.fenliu.chatgroups.WaitingChats} what waits. Knows nothing of conversations.
 */
@ApplicationModule(allowedDependencies = {"accounts"})
@NullMarked
package dev.fenliu.chatgroups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
