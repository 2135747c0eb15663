package dev.fenliu.app.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How programs are treated.
 *
 * @param apiRate requests a second that one token may make; 0 for no limit
 */
@ConfigurationProperties("fenliu")
record ApiSettings(@DefaultValue("200") int apiRate) {
    ApiSettings {
        if (apiRate < 0) throw new IllegalArgumentException("fenliu.api-rate is a number of requests a second, or 0");
    }
}
