package dev.fenliu.webhooks.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set.
 *
 * @param keep how long deliveries can be looked up
 */
@ConfigurationProperties("fenliu.webhooks")
record WebhookSettings(@DefaultValue("30d") Duration keep) {}
