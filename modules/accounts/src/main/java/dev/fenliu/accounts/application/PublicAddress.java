package dev.fenliu.accounts.application;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How browsers reach this program: part of links in mails, and of what a passkey signs. */
@Component
public class PublicAddress {
    private final PublicSettings settings;
    private final Environment environment;

    PublicAddress(PublicSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** Without a path. */
    public URI url() {
        var set = settings.publicUrl();
        if (set != null) return set;
        // Known only once the program listens, which may be on any free port.
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return URI.create("http://localhost:" + port);
    }
}
