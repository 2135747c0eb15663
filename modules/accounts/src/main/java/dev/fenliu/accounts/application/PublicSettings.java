package dev.fenliu.accounts.application;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the program stands in the network.
 *
 * @param publicUrl how browsers reach it, such as https://chat.example.com; this machine when unset
 */
@ConfigurationProperties("fenliu")
record PublicSettings(@Nullable URI publicUrl) {
    PublicSettings {
        if (publicUrl != null && (publicUrl.getScheme() == null || publicUrl.getHost() == null)) {
            throw new IllegalArgumentException("fenliu.public-url is an address such as https://chat.example.com");
        }
    }
}
