/**
 * Tells programs elsewhere what happens, under addresses that they leave here (webhooks): by the Standard Webhooks
 * convention, with ids and never with words.
 *
 * <p>Hears {@link dev.fenliu.webchat.WebchatEvent} and {@link dev.fenliu.routing.RoutingEvent}; says
 * {@link dev.fenliu.webhooks.HookEvent}. Nobody asks it anything.
 */
@ApplicationModule(allowedDependencies = {"accounts", "chatgroups", "routing", "webchat"})
@NullMarked
package dev.fenliu.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
