package dev.fenliu.webchat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.fenliu.app.Pictures;
import java.util.List;

/** What tests see and keep of desks in a browser. */
final class DeskWindows {
    private DeskWindows() {}

    static Locator mark(Page page, String name) {
        return page.locator("[data-testid=" + name + "]");
    }

    static Locator row(Page page, String text) {
        return mark(page, "conversation").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** At a desk and on a telephone, in light and in dark, to be looked at. */
    static void pictures(Page page, String name) {
        if (!Pictures.wanted()) return;
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : List.of(1280, 390)) {
                page.setViewportSize(width, 800);
                Pictures.take(
                        page,
                        "desk-%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 800);
    }
}
