package dev.fenliu.app.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.fenliu.accounts.application.MyProfile;
import dev.fenliu.app.Browser;
import dev.fenliu.app.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@SpringBootTest(
        classes = KitProgram.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.location=classpath:/kit-sample.yml", "spring.main.web-application-type=servlet"})
class KitTests {
    @MockitoBean
    MyProfile profile;

    @RegisterExtension
    Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({"platform, 1280", "platform, 390", "plain, 1280", "plain, 390"})
    void everyPartIsReadableInLightAndDark(String name, int width) {
        var page = open(name, width);

        for (var colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            Pictures.takeWhole(page, "kit-%s-%s-%s".formatted(name, width, colours));
        }
        browser.axe(page);
    }

    @ParameterizedTest
    @CsvSource({"platform", "plain"})
    void nothingIsWiderThanATelephone(String page) {
        var sample = open(page, 390);

        assertThat((Integer) sample.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    /** The browser's window fails a test on whatever breaks the policy. */
    @Test
    void theStrictPolicyStopsNothingOfOurs() {
        var sample = open("platform", 1280);
        sample.locator(".hint").first().click();
        assertThat(sample.locator(".hint-text")).isVisible();
        sample.keyboard().press("Escape");
        sample.locator(".person").click();

        assertThat(sample.locator("#person-menu")).isVisible();
    }

    @Test
    void whoeverSaysWhatStandsOnAControlReachesIt() {
        var sample = open("platform", 1280);

        browser.axe(sample, "label-content-name-mismatch");
    }

    @Test
    void everyFileIsThereAndMayBeKeptUntilItChanges() {
        var answers = new ArrayList<Response>();
        var sample = open("platform", 1280);
        sample.onResponse(answers::add);
        sample.reload();

        var files = answers.stream().filter(it -> it.url().contains("/assets/")).toList();
        assertThat(files).filteredOn(it -> it.url().endsWith(".css")).hasSize(1);
        assertThat(files).hasSizeGreaterThan(10).allSatisfy(it -> {
            assertThat(it.url()).matches(".*/assets/[0-9a-f]{12}/.*");
            assertThat(it.status()).isEqualTo(200);
            assertThat(it.headerValue("cache-control")).contains("max-age=31536000", "immutable");
        });
    }

    @Test
    void aChosenAppearanceOutlivesAReloadAndBeatsTheSystem() {
        var sample = open("platform", 1280);
        sample.locator(".person").click();
        sample.locator("#person-menu [data-theme-choice=dark]").click();
        sample.reload();

        assertThat(sample.locator("html")).hasAttribute("data-bs-theme", "dark");
    }

    @Test
    void theLanguageChangesWhereOneStands() {
        var sample = open("platform", 1280);
        assertThat(sample.locator(".top-context")).hasText("企業帳號管理平台");
        sample.locator(".person").click();
        sample.locator("#person-menu .language button").click();

        assertThat(sample).hasURL(Pattern.compile(".*/kit-sample/platform"));
        assertThat(sample.locator(".top-context")).hasText("Enterprise Account Platform");
        assertThat(sample.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void aTimeReadsInWordsAndTellsItselfExactlyOnHover() {
        var time = open("platform", 1280).locator("time[data-ago]");

        assertThat(time).hasText("3 分鐘前");
        assertThat(time.getAttribute("title")).contains("年");
    }

    @Test
    void aDangerousFormAsksFirstAndSendsNothingWhenDeclined() {
        browser.expect("404");
        var sample = open("platform", 1280);
        sample.locator("#dangerous button").click();
        assertThat(sample.locator("#confirm-question")).hasText("3 則進行中的對話會轉給 Amy。");
        sample.locator("#confirm button[value=no]").click();
        assertThat(sample).hasURL(Pattern.compile(".*/kit-sample/platform"));

        sample.locator("#dangerous button").click();
        sample.locator("#confirm button[value=yes]").click();
        assertThat(sample).hasURL(Pattern.compile(".*/kit-sample/nowhere"));
    }

    @Test
    void aRefusalIsSaidWhereItCanBeReadAndDismissed() {
        browser.expect("409");
        var sample = open("platform", 1280);
        sample.locator("#refused button").click();
        assertThat(sample.locator("#notices")).containsText("這位成員已經離線");
        sample.locator("#notices [data-dismiss]").click();

        assertThat(sample.locator("#notices .notice")).hasCount(0);
    }

    @Test
    void theNavigationFoldsOnATelephoneAndOpensAtATouch() {
        var sample = open("platform", 390);
        assertThat(sample.locator("#rail")).isHidden();
        sample.locator(".top-fold").click();

        assertThat(sample.locator("#rail a[aria-current=page]")).isVisible();
    }

    @Test
    void aPageThatIsNotThereSaysSoAndOffersANextStep() {
        browser.expect("404");
        var sample = open("not-there", 1280);

        assertThat(sample.locator("h1")).hasText("找不到這一頁");
        assertThat(sample.locator("main a.btn-primary")).hasAttribute("href", "/seller");
        browser.axe(sample);
    }

    private Page open(String name, int width) {
        var page = browser.window(it -> it.setViewportSize(width, 800));
        page.navigate("/kit-sample/" + name);
        return page;
    }
}
