package dev.fenliu.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 幫助中心. */
@FenliuTest
class HelpTests {
    private static final Pattern CHINESE = Pattern.compile("[\\u3400-\\u9fff]");

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void whoeverIsNotSignedInReadsAndSearchesItWithTheKeyboardAndWithoutScripts() {
        var page = browser.window(options -> options.setViewportSize(1280, 800).setJavaScriptEnabled(false));
        page.navigate("/login");
        page.locator("a[href$='/help']").press("Enter");
        assertThat(page.locator("h1")).hasText("幫助中心");
        var all = page.getByTestId("help-section").count();

        page.getByTestId("help-search").fill("主帳號 群組");
        page.getByTestId("help-search").press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/help\\?search=.*"));
        assertThat(page.getByTestId("help-found")).isVisible();
        assertThat(page.getByTestId("help-section").count()).isPositive().isLessThan(all);
        assertThat(page.locator("#main-d")).isVisible();
        page.getByTestId("help-search").fill("<b>");
        page.getByTestId("help-search").press("Enter");
        assertThat(page.locator(".blank h2")).hasText("找不到「<b>」");
    }

    @Test
    void everyChapterHasItsPlaceItsPictureAndItsWordsInBothLanguages() {
        var page = browser.phone();
        page.navigate("/help");
        browser.axe(page);
        AccountPictures.take(page, "help-390");
        page.setViewportSize(1280, 800);
        browser.axe(page);
        page.locator(".help-picture").all().forEach(Locator::scrollIntoViewIfNeeded);
        page.waitForFunction("() => [...document.querySelectorAll('.help-picture')].every(it => it.complete)");
        AccountPictures.take(page, "help");
        assertThat((Boolean) page.evaluate("() => [...document.querySelectorAll('.help-contents a')]"
                        + ".every(it => document.getElementById(it.hash.slice(1)))"))
                .isTrue();
        assertThat((Boolean) page.evaluate(
                        "() => [...document.querySelectorAll('.help-picture')].every(it => it.naturalWidth > 0)"))
                .isTrue();

        page.locator("form.language button").press("Enter");
        assertThat(page.locator("h1")).hasText("Help centre");
        assertThat(page.locator("main")).not().containsText(CHINESE);
        AccountPictures.take(page, "help-en");
    }

    @Test
    void thePagesOfThePlatformLeadToTheirPlaceInIt() {
        var page = browser.signedIn("demo:main");
        page.navigate("/platform/chat-groups");
        page.getByTestId("rail-help").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/help"));
        page.navigate("/platform/chat-groups");
        page.getByTestId("shop-row").first().locator("a").first().press("Enter");
        page.locator("#scenarios > summary").press("Enter");
        var help = page.waitForPopup(() -> page.locator("#scenarios .hint-more").press("Enter"));
        assertThat(help.locator("#main")).isInViewport();
    }
}
