package dev.fenliu.analytics.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How open dashboards are kept up to date.
 *
 * @param atMostEvery how often the figures of an enterprise are read while things happen
 * @param atLeastEvery how often they are read while nothing happens
 * @param lifetime after how long a stream ends, so that its page reconnects and is authorized anew
 * @param perViewer how many windows one person may have open
 * @param total how many of one enterprise one instance serves
 */
@ConfigurationProperties("fenliu.analytics.board")
record BoardSettings(
        @DefaultValue("1500ms") Duration atMostEvery,
        @DefaultValue("15s") Duration atLeastEvery,
        @DefaultValue("20m") Duration lifetime,
        @DefaultValue("8") int perViewer,
        @DefaultValue("500") int total) {}
