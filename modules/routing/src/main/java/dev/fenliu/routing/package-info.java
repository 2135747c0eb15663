/**
 * Decides which agent gets a conversation, and explains it. Knows shops and chat groups, never channels: whoever keeps
 * conversations says {@link dev.fenliu.routing.AgentRequested} and answers {@link dev.fenliu.routing.Conversations}.
 *
 * <p>Hears {@link dev.fenliu.routing.AgentRequested} and {@link dev.fenliu.routing.LoadEased}; says
 * {@link dev.fenliu.routing.RoutingEvent}; answers {@link dev.fenliu.routing.Routing},
 * {@link dev.fenliu.routing.Desks}, {@link dev.fenliu.routing.Staging} and, in words for people,
 * {@link dev.fenliu.routing.DecisionStories}; asks {@link dev.fenliu.routing.RecordedChats} what really came.
 */
@ApplicationModule(allowedDependencies = {"accounts", "chatgroups"})
@NullMarked
package dev.fenliu.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
