package dev.fenliu.webhooks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.Pictures;
import dev.fenliu.scenarios.Api;
import dev.fenliu.webchat.Surfer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main account's page of webhooks. */
@FenliuTest
class WebhooksPageTests {
    @RegisterExtension
    Browser browser = new Browser();

    @Autowired
    FreshEnterprises enterprises;

    @LocalServerPort
    int port;

    private Fresh fresh;
    private Api api;

    @BeforeEach
    void open() {
        fresh = enterprises.open();
        enterprises.agent(fresh, "amy");
        api = new Api(port, enterprises.token(fresh));
    }

    @Test
    void aWebhookIsAddedWatchedAndRemoved() {
        try (var inbox = new Inbox()) {
            var page = browser.signedIn(fresh.code() + ":main");
            page.navigate("/platform/account/webhooks");
            page.getByTestId("webhook-url").fill(inbox.address());
            page.getByTestId("event-MESSAGE_RECEIVED").check();
            page.getByTestId("webhook-add").click();
            var secret = page.getByTestId("webhook-secret").textContent();
            assertThat(secret).startsWith("whsec_");
            browser.axe(page);
            Pictures.takeWhole(page, "webhooks");

            var message = Map.of("buyer", Map.of("externalId", "lin"), "source", "OTHER", "text", "hello");
            api.post("/shops/" + fresh.shop() + "/messages", message).as(202);
            await().until(() -> delivered() == 1);

            page.navigate("/platform/account/webhooks");
            assertThat(page.locator("main")).not().containsText(secret);
            page.getByTestId("webhook-deliveries").click();
            assertThat(page.getByTestId("delivery")).hasCount(1);
            assertThat(page.getByTestId("delivery")).containsText("已送達");
            assertThat(page.getByTestId("delivery")).containsText("204");
            browser.axe(page);
            Pictures.takeWhole(page, "webhook-deliveries");

            page.navigate("/platform/account/webhooks");
            page.getByTestId("webhook-remove").click();
            page.locator("#confirm button[value=yes]").click();
            assertThat(page.getByTestId("webhook")).hasCount(0);
        }
    }

    @Test
    void whatWasTypedIsStillThereBesideWhatIsWrong() {
        var main = Surfer.signedIn(port, fresh.code() + ":main");
        main.get("/platform/account/webhooks");

        var refused = main.submit(
                "/platform/account/webhooks", Map.of("url", "ftp://example.com/hook", "events", "message.sent"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("ftp://example.com/hook", "url-problem", "http 或 https");
        assertThat(api.get("/webhooks").as(200).items()).isEmpty();
    }

    @Test
    void nobodyButTheMainAccountAddsOne() {
        var amy = Surfer.signedIn(port, fresh.code() + ":amy");
        assertThat(amy.get("/platform/account/webhooks").body()).contains("這裡由主帳號使用");

        var refused = amy.submit(
                "/platform/account/webhooks", Map.of("url", "https://example.com/", "events", "message.sent"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(api.get("/webhooks").as(200).items()).isEmpty();
    }

    private long delivered() {
        var hook = api.get("/webhooks").as(200).items().getFirst().path("id").asString();
        return api.get("/webhooks/%s/deliveries", hook).as(200).items().stream()
                .filter(it -> it.path("state").asString().equals("DELIVERED"))
                .count();
    }
}
