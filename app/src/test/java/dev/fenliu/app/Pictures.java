package dev.fenliu.app;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures of pages for people to look at, in {@code target/pictures}. Drawing them takes minutes of a run, so they are
 * taken when asked for: {@code script/test -Dfenliu.pictures}.
 */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    public static boolean wanted() {
        return System.getProperty("fenliu.pictures") != null;
    }

    /** Of what the window shows. */
    public static void take(Page page, String name) {
        if (wanted()) save(page, new Page.ScreenshotOptions(), FOLDER, name);
    }

    /** Of the whole page, however long. */
    public static void takeWhole(Page page, String name) {
        if (wanted()) save(page, new Page.ScreenshotOptions().setFullPage(true), FOLDER, name);
    }

    /** One that the help centre and the README show; into their folder with {@code -Dfenliu.help-pictures=…}. */
    public static void takeForHelp(Page page, String name) {
        var folder = System.getProperty("fenliu.help-pictures");
        if (folder != null) save(page, new Page.ScreenshotOptions(), Path.of(folder), name);
        else take(page, name);
    }

    private static void save(Page page, Page.ScreenshotOptions options, Path folder, String name) {
        page.screenshot(options.setPath(folder.resolve(name + ".png")));
    }
}
