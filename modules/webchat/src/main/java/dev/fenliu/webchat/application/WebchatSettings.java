package dev.fenliu.webchat.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set.
 *
 * @param quiet how long a read conversation rests before the system closes it
 * @param patience how long a buyer waits for an answer before the desk marks it
 * @param sweep whether the system closes quiet conversations by itself
 */
@ConfigurationProperties("fenliu.webchat")
record WebchatSettings(
        @DefaultValue("30m") Duration quiet,
        @DefaultValue("5m") Duration patience,
        @DefaultValue("true") boolean sweep) {}
