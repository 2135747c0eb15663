package dev.fenliu.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A real Chromium for a {@link FenliuTest}, registered as {@code @RegisterExtension Browser browser = new Browser();}.
 * Every window is a person of its own, with cookies of its own. Whatever a page complains about, a breach of the content
 * security policy above all, fails the test; a failed test leaves pictures of its windows in {@code target/browser}.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback {
    private static final int PATIENCE_MILLIS = 15_000;
    private static final String PASSWORD = "fenliu-demo";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    // htmx takes back what somebody's next step has overtaken, and speaks of it as of an error.
    private static final Pattern TAKEN_BACK = Pattern.compile("htmx:(sendAbort|afterRequest)\\b");
    private static final Path PICTURES = Path.of("target", "browser");
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> COLOUR_RULES = List.of("color-contrast", "link-in-text-block");

    // For these axe copies imported style sheets into the page, which the content security policy forbids there.
    private static final List<String> PRELOADING = List.of("css-orientation-lock", "no-autoplay-audio");

    private static final List<String> SWITCHES = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<Page> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();
    private @Nullable Chromium chromium;
    private String address = "";

    @Override
    public void beforeEach(ExtensionContext test) {
        var environment = SpringExtension.getApplicationContext(test).getEnvironment();
        address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        chromium = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(Browser.class))
                .computeIfAbsent(Chromium.class, key -> Chromium.launch(), Chromium.class);
        windows.clear();
        complaints.clear();
        expected.clear();
    }

    /** A window of somebody new, who reads Chinese at a desk. */
    public Page window() {
        return window(options -> options.setViewportSize(1280, 800));
    }

    /** A window of somebody new, who reads Chinese on a telephone. */
    public Page phone() {
        return window(options -> options.setViewportSize(390, 844).setHasTouch(true));
    }

    public Page window(Consumer<com.microsoft.playwright.Browser.NewContextOptions> choices) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("zh-TW")
                .setTimezoneId("Asia/Taipei")
                // Nothing is looked at while it is still moving.
                .setReducedMotion(ReducedMotion.REDUCE);
        choices.accept(options);
        var context = requireNonNull(chromium).browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onPage(this::listen);
        var page = context.newPage();
        windows.add(page);
        return page;
    }

    /** A window in which that member is signed in, with the password of the demo enterprise. */
    public Page signedIn(String login) {
        var page = window();
        var http = page.context().request();
        var form = CSRF.matcher(http.get("/login").text());
        if (!form.find()) {
            throw new IllegalStateException("/login has no token against forgery");
        }
        var answer = http.post(
                "/login",
                RequestOptions.create()
                        .setForm(FormData.create()
                                .set("_csrf", form.group(1))
                                .set("username", login)
                                .set("password", PASSWORD))
                        .setMaxRedirects(0));
        assertThat(answer.headers().get("location"))
                .as("where " + login + " is led")
                .doesNotContain("/login");
        return page;
    }

    /** The same by hand, in a window that shows where it leads. */
    public void signIn(Page page, String login) {
        page.navigate("/login");
        page.locator("[name=username]").fill(login);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** The test means a page to complain like this. */
    public void expect(String complaint) {
        expected.add(Pattern.compile(".*" + complaint + ".*", Pattern.DOTALL));
    }

    /** Checks the page against WCAG 2.2 AA in light, and in dark what depends on its colours. */
    public void axe(Page page) {
        axe(page, ColorScheme.DARK, axe -> axe.withRules(COLOUR_RULES));
        axe(page, ColorScheme.LIGHT, axe -> axe.withTags(RULES).disableRules(PRELOADING));
    }

    /** Checks the page against rules of axe that are not of a level of WCAG yet. */
    public void axe(Page page, String... rules) {
        axe(page, ColorScheme.LIGHT, axe -> axe.withRules(List.of(rules)));
    }

    private static void axe(Page page, ColorScheme scheme, UnaryOperator<AxeBuilder> rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        page.waitForFunction("() => document.getAnimations().every(it => it.playState !== 'running')");
        var violations =
                rules.apply(new AxeBuilder(page).setLegacyMode(true)).analyze().getViolations();
        assertThat(violations)
                .as("what axe finds on %s in %s", page.url(), scheme)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        var failed = test.getExecutionException().isPresent();
        var heard = complaints.stream()
                .filter(it -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(it).matches()))
                .toList();
        if (failed || !heard.isEmpty()) {
            takePictures(test);
        }
        windows.forEach(page -> page.context().close());
        if (!failed) {
            assertThat(heard).as("what the pages complained about").isEmpty();
        }
    }

    private void listen(Page page) {
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.url() + " answered " + response.status());
            }
        });
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error")
                && !TAKEN_BACK.matcher(message.text()).lookingAt()) {
            complaints.add(message.text() + " (" + message.location() + ")");
        }
    }

    private void takePictures(ExtensionContext test) throws Exception {
        Files.createDirectories(PICTURES);
        var name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        for (var number = 0; number < windows.size(); number++) {
            var file = PICTURES.resolve(name + "-" + (number + 1) + ".png");
            try {
                windows.get(number).screenshot(new Page.ScreenshotOptions().setPath(file));
            } catch (PlaywrightException gone) {
                // A picture less; the test has failed for a reason of its own.
            }
        }
    }

    /** One Chromium for all tests of the run. */
    private record Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) implements AutoCloseable {
        static Chromium launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var options = new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(SWITCHES);
            return new Chromium(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    private static Path installed() {
        var folders = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"));
        return Stream.concat(Stream.of("/usr/bin"), folders)
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium is installed: script/test installs one"));
    }
}
