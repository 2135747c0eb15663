package dev.fenliu.webchat.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How open screens are kept.
 *
 * @param queue how many hints a screen may be behind before it is dropped; its page then reconnects and catches up
 * @param heartbeat how often a quiet stream says that it is alive
 * @param lifetime after how long a stream ends, so that its page reconnects and is authorized anew
 * @param perReader how many screens one person may have open
 * @param total how many one instance serves, below the connections that its server accepts
 */
@ConfigurationProperties("fenliu.webchat.screens")
record ScreenSettings(
        @DefaultValue("64") int queue,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("20m") Duration lifetime,
        @DefaultValue("8") int perReader,
        @DefaultValue("6000") int total) {}
