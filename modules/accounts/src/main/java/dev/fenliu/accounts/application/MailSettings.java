package dev.fenliu.accounts.application;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are sent; the server itself is {@code spring.mail.host} and its neighbours.
 *
 * @param from who they come from; no-reply at the public address when unset
 */
@ConfigurationProperties("fenliu.mail")
record MailSettings(@Nullable String from) {
    String from(String host) {
        return from == null ? "no-reply@" + host : from;
    }
}
