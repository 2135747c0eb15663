package dev.fenliu.accounts;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fenliu.app.Pictures;
import java.util.List;

/** Pictures of the pages of an account, in light and in dark, for people to look at. */
final class AccountPictures {
    private AccountPictures() {}

    static void take(Page page, String name) {
        if (!Pictures.wanted()) return;
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Pictures.takeWhole(page, name + (scheme == ColorScheme.DARK ? "-dark" : ""));
        }
    }
}
