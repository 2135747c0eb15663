package dev.fenliu.accounts.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many roles there may be.
 *
 * @param own those that an enterprise makes itself
 */
@ConfigurationProperties("fenliu.roles")
record RoleSettings(@DefaultValue("20") int own) {}
