package dev.fenliu.accounts.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a sign-in may fail before it has to wait, and how long one is good for.
 *
 * @param triesPerAccount wrong tries on one sign-in name in a window, from wherever
 * @param triesPerAddress wrong tries from one address in a window, whatever the name
 * @param idle how long a sign-in outlives its last request
 * @param longest how long it lasts at most, however much it is used
 */
@ConfigurationProperties("fenliu.sign-in")
record SignInSettings(
        @DefaultValue("10") int triesPerAccount,
        @DefaultValue("100") int triesPerAddress,
        @DefaultValue("5m") Duration window,
        @DefaultValue("12h") Duration idle,
        @DefaultValue("30d") Duration longest) {}
