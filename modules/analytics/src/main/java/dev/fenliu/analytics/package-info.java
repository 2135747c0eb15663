/**
 * Counts what happened: performance data (表現數據) of shops and people, from facts kept beside what they count.
 *
 * <p>Hears {@link dev.fenliu.webchat.WebchatEvent} and {@link dev.fenliu.routing.RoutingEvent}; says
 * {@link dev.fenliu.analytics.AnalyticsEvent}. Nobody asks it anything.
 */
@ApplicationModule(allowedDependencies = {"accounts", "chatgroups", "routing", "webchat"})
@NullMarked
package dev.fenliu.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
