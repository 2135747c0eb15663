package dev.fenliu.accounts;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** Pictures of the pages of an account, in light and in dark, for people to look at. */
final class AccountPictures {
    private AccountPictures() {}

    static void take(Page page, String name) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            var file = name + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", file)));
        }
    }
}
