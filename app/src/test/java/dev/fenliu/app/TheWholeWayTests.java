package dev.fenliu.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.application.OpenEnterprise;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** From a buyer's message to the right agent's screen and back, in two windows, and what the main account sees of it. */
@FenliuTest
class TheWholeWayTests {
    @RegisterExtension
    final Browser browser = new Browser();

    private final Directory directory;
    private final EnterpriseId demo;

    @Autowired
    TheWholeWayTests(Directory directory, OpenEnterprise enterprises) {
        this.directory = directory;
        this.demo = enterprises.opened("demo").orElseThrow();
    }

    @Test
    void aBuyersMessageReachesTheRightAgentAndIsAnsweredAndCounted() {
        var amy = browser.signedIn("demo:amy");
        amy.navigate("/webchat");
        assertThat(mark(amy, "presence")).hasAttribute("data-state", "ONLINE");
        amy.evaluate("() => { window.neverReloaded = true; }");

        var buyer = browser.window();
        buyer.navigate("/store/" + shop("蝦蝦的店").id() + "/products/linen-shirt");
        mark(buyer, "chat-open").click();
        mark(buyer, "chat-text").fill("請問這款還有藍色 M 號嗎?");
        mark(buyer, "chat-send").click();
        assertThat(mark(buyer, "chat-line").last()).containsText("藍色 M 號");

        var chat = mark(amy, "conversation").filter(new Locator.FilterOptions().setHasText("藍色 M 號"));
        assertThat(chat).hasAttribute("data-unread", "1");
        assertThat(amy).hasTitle(Pattern.compile("\\(\\d+\\).*"));
        chat.locator("a").click();
        assertThat(mark(amy, "message").last()).containsText("藍色 M 號");
        assertThat(chat).hasAttribute("data-unread", "0");
        mark(amy, "composer").fill("您好!藍色 M 號還有 4 件。");
        mark(amy, "composer").press("Enter");

        assertThat(mark(buyer, "chat-line").last()).containsText("還有 4 件");
        assertThat(buyer.locator("body")).not().containsText("Amy");
        mark(buyer, "chat-text").fill("太好了,<b>謝謝</b>!");
        mark(buyer, "chat-send").click();
        assertThat(mark(amy, "message").last()).containsText("<b>謝謝</b>");
        assertThat(mark(amy, "message")).hasCount(3);
        org.assertj.core.api.Assertions.assertThat(amy.evaluate("() => window.neverReloaded"))
                .isEqualTo(true);
        browser.axe(amy);
        browser.axe(buyer);
        Pictures.takeForHelp(amy, "desk");

        var main = browser.signedIn("demo:main");
        main.navigate("/platform/performance");
        var row = main.locator("[data-testid=agent-row]").filter(new Locator.FilterOptions().setHasText("Amy"));
        assertThat(row).containsText("在線");
        browser.axe(main);
        Pictures.takeForHelp(main, "performance");
        main.navigate("/platform/chat-groups/" + shop("蝦蝦的店").id());
        assertThat(mark(main, "group-card").first()).hasAttribute("data-online", "1");
        browser.axe(main);
        Pictures.takeForHelp(main, "groups");

        mark(amy, "composer").fill("不客氣!");
        mark(amy, "composer").press("Enter");
        assertThat(mark(buyer, "chat-line").last()).containsText("不客氣");
        mark(amy, "close").click();
        assertThat(buyer.locator("body")).containsText("結束");
    }

    @Test
    void everyPageIsAccessibleAndFitsATelephone() {
        var shop = shop("蝦蝦的店").id();
        var phone = browser.phone();
        for (var path : List.of(
                "/login",
                "/store/" + shop,
                "/store/" + shop + "/products/linen-shirt",
                "/store/" + shop + "/orders/241102-8871")) {
            check(phone, path);
        }
        browser.signIn(phone, "demo:main");
        for (var path : List.of(
                "/seller",
                "/platform/chat-groups",
                "/platform/chat-groups/" + shop,
                "/platform/performance",
                "/webchat")) {
            check(phone, path);
        }
    }

    private void check(Page page, String path) {
        page.navigate(path);
        browser.axe(page);
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits the width", path)
                .isEqualTo(true);
    }

    private static Locator mark(Page page, String name) {
        return page.locator("[data-testid=" + name + "]");
    }

    private Shop shop(String name) {
        return directory.shopNamed(demo, name).orElseThrow();
    }
}
