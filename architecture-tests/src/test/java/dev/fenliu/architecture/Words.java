package dev.fenliu.architecture;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The message bundles.
 *
 * @param bundles the keys of each bundle file, by its name without the ending, such as {@code webchat_en}
 */
record Words(Map<String, Set<String>> bundles) {
    private static final String ENGLISH = "_en";

    static Words of(Ground ground) {
        return new Words(ground.tree().files(Tree.MESSAGES, ".properties").entrySet().stream()
                .collect(toMap(
                        file -> file.getKey().replaceFirst("\\.properties$", ""),
                        file -> keys(file.getValue()),
                        (one, other) -> one,
                        TreeMap::new)));
    }

    boolean haveInBothLanguages(String key) {
        return bundles.entrySet().stream()
                .filter(bundle -> bundle.getValue().contains(key))
                .anyMatch(bundle -> bundles.getOrDefault(bundle.getKey() + ENGLISH, Set.of())
                        .contains(key));
    }

    private static Set<String> keys(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }
}
