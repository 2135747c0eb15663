package dev.fenliu.app.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the demo enterprise is reached by programs.
 *
 * @param demoToken its API token; another one at every start, and printed, when absent
 */
@ConfigurationProperties("fenliu")
record DemoSettings(@Nullable String demoToken) {
    @Override
    public String toString() {
        return "(secret)";
    }
}
