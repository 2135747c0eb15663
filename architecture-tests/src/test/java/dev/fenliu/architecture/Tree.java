package dev.fenliu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that rules read besides classes.
 *
 * @param roots folders laid over one another: a file of an earlier one hides its namesake in a later one
 * @param sources the folders where packages of Java sources begin
 */
record Tree(List<Path> roots, List<Path> sources) {
    static final String TEMPLATES = "ui-templates/src/main/resources/templates";
    static final String MESSAGES = "ui-templates/src/main/resources/messages";

    /** Every file with that ending below that folder, by its path from there. */
    SortedMap<String, Path> files(String folder, String ending) {
        var found = new TreeMap<String, Path>();
        for (var root : roots.reversed()) {
            var top = root.resolve(folder);
            below(top, ending).forEach(file -> found.put(slashed(top.relativize(file)), file));
        }
        return found;
    }

    Optional<Path> file(String path) {
        return roots.stream()
                .map(root -> root.resolve(path))
                .filter(Files::exists)
                .findFirst();
    }

    /** The source file of a top-level class. */
    Optional<Path> source(JavaClass type) {
        var path = type.getName().replace('.', '/') + ".java";
        return sources.stream()
                .map(root -> root.resolve(path))
                .filter(Files::exists)
                .findFirst();
    }

    List<Path> allSources() {
        return sources.stream().flatMap(root -> below(root, ".java").stream()).toList();
    }

    private static List<Path> below(Path top, String ending) {
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (var walk = Files.walk(top)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
