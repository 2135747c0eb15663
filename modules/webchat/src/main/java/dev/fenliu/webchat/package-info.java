/**
 * Keeps conversations and messages: the agents' desk (網頁版聊聊), the buyer's panel, and the same through the API.
 *
 * <p>Hears {@link dev.fenliu.routing.RoutingEvent}; says {@link dev.fenliu.webchat.WebchatEvent}; answers
 * {@link dev.fenliu.routing.Conversations}, {@link dev.fenliu.routing.RecordedChats},
 * {@link dev.fenliu.webchat.OpenConversations} and {@link dev.fenliu.webchat.Arrivals}.
 */
@ApplicationModule(allowedDependencies = {"accounts", "chatgroups", "routing"})
@NullMarked
package dev.fenliu.webchat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
