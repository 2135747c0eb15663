package dev.fenliu.app.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a sign-in may fail before it has to wait.
 *
 * @param triesPerAccount wrong tries on one sign-in name in a window, from wherever
 * @param triesPerAddress wrong tries from one address in a window, whatever the name
 */
@ConfigurationProperties("fenliu.sign-in")
record SignInSettings(
        @DefaultValue("10") int triesPerAccount,
        @DefaultValue("100") int triesPerAddress,
        @DefaultValue("5m") Duration window) {}
