package dev.fenliu.routing.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set.
 *
 * @param offlineAfter how long after the last heartbeat somebody counts as OFFLINE
 * @param batch how many requests one batch decides at the most
 * @param sweep whether lanes are swept in case a signal was lost
 */
@ConfigurationProperties("fenliu.routing")
record RoutingSettings(
        @DefaultValue("90s") Duration offlineAfter,
        @DefaultValue("500") int batch,
        @DefaultValue("true") boolean sweep) {}
