package dev.fenliu.ui;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StylesTests {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Path TABLER = Path.of("target/classes/static/vendor/tabler.min.css");
    private static final Pattern CLASS = Pattern.compile("\\.(-?[a-zA-Z_][\\w-]*)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern USED = Pattern.compile("var\\((--(?!tblr)[\\w-]+)\\)");
    private static final Pattern DEFINED = Pattern.compile("(--(?!tblr)[\\w-]+)\\s*:");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(rgb|hsl|lch|oklch)a?\\((?!var)");
    // What of Tabler is used, in our colours.
    private static final Set<String> THEMED = Set.of(
            "btn",
            "btn-primary",
            "btn-danger",
            "card",
            "card-body",
            "card-header",
            "table",
            "form-control",
            "form-select");

    @Test
    void ownNamesDoNotMeetTablers() {
        var tablers = classes(read(TABLER));

        var met = files("css", ".css")
                .flatMap(it -> classes(read(it)).stream())
                .filter(tablers::contains)
                .filter(it -> !THEMED.contains(it));

        assertThat(met).isEmpty();
    }

    @Test
    void everyTokenThatIsUsedIsDefined() {
        var sheets = files("css", ".css").map(StylesTests::read).toList();
        var defined = found(sheets, DEFINED);

        assertThat(found(sheets, USED)).isSubsetOf(defined);
    }

    @Test
    void coloursAreNamedInOnePlace() {
        var others = files("css", ".css").filter(it -> !it.endsWith("tokens.css"));

        assertThat(others.filter(it -> COLOUR.matcher(read(it)).find())).isEmpty();
    }

    @Test
    void everySheetIsInALayerAndLoaded() {
        var entry = read(STATIC.resolve("css/fenliu.css"));
        var sheets =
                files("css", ".css").filter(it -> !it.endsWith("fenliu.css")).toList();

        assertThat(sheets).allSatisfy(it -> {
            assertThat(entry).contains("url(\"" + STATIC.resolve("css").relativize(it) + "\")");
            assertThat(read(it)).contains("@layer ");
        });
    }

    @Test
    void filesStaySmall() {
        assertThat(files("css", ".css"))
                .allSatisfy(it -> assertThat(read(it).lines()).hasSizeLessThan(250));
        assertThat(files("js", ".js"))
                .allSatisfy(it -> assertThat(read(it).lines()).hasSizeLessThan(150));
    }

    @Test
    void scriptsWriteNoMarkupAndRunNoText() {
        assertThat(files("js", ".js"))
                .allSatisfy(it -> assertThat(read(it))
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "new Function"));
    }

    private static Set<String> classes(String css) {
        return found(List.of(heads(css)), CLASS);
    }

    /** The selectors of a sheet: what stands before each brace. */
    private static String heads(String css) {
        var text = COMMENT.matcher(css).replaceAll("");
        var heads = new StringBuilder();
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{' -> {
                    heads.append(text, start, i).append('\n');
                    start = i + 1;
                }
                case '}', ';' -> start = i + 1;
                default -> {}
            }
        }
        return heads.toString();
    }

    private static Set<String> found(List<String> texts, Pattern pattern) {
        return texts.stream()
                .flatMap(it -> pattern.matcher(it).results())
                .map(it -> it.group(1))
                .collect(toSet());
    }

    private static Stream<Path> files(String folder, String ending) {
        try (var files = Files.walk(STATIC.resolve(folder))) {
            return files.filter(it -> it.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
