package dev.fenliu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who works without a mouse: Tab is the only way to a place, and where they are must be seen. */
public final class Hands {
    private static final int PATIENCE = 160;

    // The mark of focus may be drawn on what surrounds a field, or on what stands for it.
    private static final String SEEN = """
            here => {
              const drawn = it => {
                const style = it && getComputedStyle(it)
                return style && ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none')
              }
              const box = here.getBoundingClientRect()
              const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
              return inside && [here, here.parentElement, here.nextElementSibling, here.closest('label')].some(drawn)
            }""";

    private final Page page;

    public Hands(Page page) {
        this.page = page;
    }

    /** Goes on by Tab until it is there. */
    public Hands to(Locator place) {
        place.waitFor();
        for (var steps = 0; steps < PATIENCE; steps++) {
            if (isAt(place)) {
                assertThat(place.evaluate(SEEN))
                        .as("%s on %s shows that it has the focus", place, page.url())
                        .isEqualTo(true);
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no Tab leads to %s on %s".formatted(place, page.url()));
    }

    public Hands to(String mark) {
        return to(page.getByTestId(mark).first());
    }

    /** Goes there and begins what it leads to. */
    public void follow(String mark) {
        to(mark).press("Enter");
    }

    public void follow(Locator place) {
        to(place).press("Enter");
    }

    public void tick(Locator place) {
        to(place).press("Space");
    }

    /** Writes into the field, over what stood in it. */
    public Hands write(Locator field, String text) {
        to(field).press("Control+a");
        page.keyboard().insertText(text);
        return this;
    }

    public Hands write(String mark, String text) {
        return write(page.getByTestId(mark), text);
    }

    public void press(String key) {
        page.keyboard().press(key);
    }

    private static boolean isAt(Locator place) {
        return (boolean) place.evaluate("it => it === document.activeElement");
    }
}
