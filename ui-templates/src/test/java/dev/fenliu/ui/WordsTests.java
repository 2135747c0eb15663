package dev.fenliu.ui;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");
    private static final Pattern CHINESE = Pattern.compile("[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]");
    private static final Pattern NARROW = Pattern.compile("[\\u3400-\\u9fff」』）][,;:?!]|[,;:?!][\\u3400-\\u9fff「『]");
    // What people write into a field or a file.
    private static final Set<String> TYPED_AS_IT_STANDS = Set.of("login.username.help", "import.roles.help");
    // How a language calls itself, and what the handbook prints on the screen.
    private static final Set<String> CHINESE_ANYWHERE = Set.of("kit.language.other.name");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(it -> it.getFileName().toString())
                    .filter(it -> !it.endsWith("_en.properties"))
                    .map(it -> it.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsSaidInBothLanguages(String bundle) {
        assertThat(english(bundle).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(chinese(bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesMentionTheSameThings(String bundle) {
        var english = english(bundle);

        chinese(bundle)
                .forEach((key, text) -> assertThat(placeholders(english.getProperty((String) key, "")))
                        .as("%s in %s", key, bundle)
                        .isEqualTo(placeholders((String) text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void englishIsEnglish(String bundle) {
        var leftovers = english(bundle).entrySet().stream()
                .filter(it -> !CHINESE_ANYWHERE.contains(it.getKey()))
                .filter(it -> CHINESE.matcher((String) it.getValue()).find());

        assertThat(leftovers).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void chineseIsPunctuatedInChinese(String bundle) {
        var narrow = chinese(bundle).entrySet().stream()
                .filter(it -> !TYPED_AS_IT_STANDS.contains(it.getKey()))
                .filter(it -> NARROW.matcher((String) it.getValue()).find());

        assertThat(narrow).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesAreTypographicBecauseTheFormatEatsTheOthers(String bundle) {
        assertThat(Stream.of(chinese(bundle), english(bundle))
                        .flatMap(it -> it.entrySet().stream())
                        .filter(it -> ((String) it.getValue()).contains("'")))
                .isEmpty();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(it -> it.group()).collect(toCollection(TreeSet::new));
    }

    private static Properties chinese(String bundle) {
        return read(MESSAGES.resolve(bundle + ".properties"));
    }

    private static Properties english(String bundle) {
        return read(MESSAGES.resolve(bundle + "_en.properties"));
    }

    private static Properties read(Path file) {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            words.load(reader);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
        return words;
    }
}
