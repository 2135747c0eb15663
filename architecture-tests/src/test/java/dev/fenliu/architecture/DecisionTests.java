package dev.fenliu.architecture;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTests {
    private static final Path DECISIONS = Path.of("decisions");
    private static final Pattern NAMED = Pattern.compile("\\b(0\\d{3})\\b");

    @Test
    void areNumberedWithoutGapsAndRepeats() throws IOException {
        var numbers = decisions().stream().map(DecisionTests::number).sorted().toList();

        assertThat(numbers)
                .isNotEmpty()
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void sayWhatTheyDecideAndWhatItCosts(Path decision) throws IOException {
        var lines = Files.readAllLines(decision);

        assertThat(lines.getFirst()).matches("# %04d .*\\.".formatted(number(decision)));
        assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                .containsExactly("## Context", "## Options", "## Decision", "## Consequences");
        assertThat(lines.stream().filter(not(String::isBlank)).toList()).doesNotHaveDuplicates();
        assertThat(lines.stream().filter(line -> line.startsWith("- **")).count())
                .isGreaterThan(1);
    }

    @Test
    void areThereWhenARuleNamesThem() throws IOException {
        var office = Office.sound();
        var numbers = decisions().stream().map(DecisionTests::number).toList();

        var named = Arrays.stream(Rule.values())
                .flatMap(rule -> NAMED.matcher(rule.on(office).getDescription()).results())
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(numbers);
    }

    static List<Path> decisions() throws IOException {
        try (var files = Files.list(DECISIONS)) {
            return files.sorted().toList();
        }
    }

    private static int number(Path decision) {
        var name = decision.getFileName().toString();
        assertThat(name).matches("\\d{4}(-[a-z0-9]+)+\\.md");
        return Integer.parseInt(name.substring(0, 4));
    }
}
