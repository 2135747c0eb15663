package dev.fenliu.app.demo;

import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.application.Tokens;
import dev.fenliu.app.database.EmbeddedDatabase;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** With the embedded database, and only with that, sees to the demo enterprise before the first request comes. */
@Component
class DemoStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final String TOKEN_NAME = "demo";

    private final ObjectProvider<EmbeddedDatabase> embedded;
    private final DemoEnterprise demo;
    private final Tokens tokens;
    private final DemoSettings settings;
    private final Clock clock;
    private volatile boolean running;

    DemoStart(
            ObjectProvider<EmbeddedDatabase> embedded,
            DemoEnterprise demo,
            Tokens tokens,
            DemoSettings settings,
            Clock clock) {
        this.embedded = embedded;
        this.demo = demo;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (embedded.getIfAvailable() != null) prepare();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which comes last. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void prepare() {
        var enterprise = demo.ensured(clock.instant());
        var token = settings.demoToken();
        if (token == null || token.isBlank()) {
            LOG.info(
                    "API token of the demo enterprise until the next start: {}",
                    tokens.create(enterprise, TOKEN_NAME, Set.of(Scope.ALL), clock.instant()));
        } else {
            tokens.set(enterprise, TOKEN_NAME, token.strip(), Set.of(Scope.ALL), clock.instant());
        }
    }
}
