package dev.fenliu.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The post office on which the rules are proven, and the faults that can be planted in it. */
final class Office {
    static final String BASE = "dev.fenliu.architecture.fixtures.office";

    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
    private static final List<Path> SOURCES = List.of(Path.of("src/test/java").toAbsolutePath());
    private static final List<Module> LINE =
            List.of(new Module("letters", "letter_"), new Module("sorting", "sorting_"));
    private static final JavaClasses CLASSES = Ground.withoutPackageInfo(new ClassFileImporter().importPackages(BASE));

    private Office() {}

    /**
     * Something that does not belong into the office: classes marked with {@link Breaks}, or a folder of files that lie
     * over the office's own.
     */
    record Fault(String name, Set<Rule> rules, Set<JavaClass> classes, List<Path> files) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Ground sound() {
        return ground(Set.of(), List.of());
    }

    static Ground with(Fault fault) {
        return ground(fault.classes(), fault.files());
    }

    private static Ground ground(Set<JavaClass> planted, List<Path> files) {
        var classes = CLASSES.that(DescribedPredicate.describe("belong to the office", type -> {
            var outermost = outermost(type);
            return !outermost.isAnnotatedWith(Breaks.class) || planted.contains(outermost);
        }));
        var roots = Stream.concat(files.stream(), Stream.of(FIXTURES.resolve("office")))
                .toList();
        return new Ground(BASE, LINE, classes, new Tree(roots, SOURCES));
    }

    static List<Fault> faults() {
        return Stream.concat(inClasses(), inFiles())
                .sorted(Comparator.comparing(Fault::name))
                .toList();
    }

    private static Stream<Fault> inClasses() {
        var marked = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Breaks.class))
                .toList();
        return marked.stream().collect(groupingBy(Office::label, TreeMap::new, toSet())).entrySet().stream()
                .map(fault -> new Fault(
                        fault.getKey(),
                        Set.of(mark(fault.getValue().iterator().next()).value()),
                        fault.getValue(),
                        List.of()));
    }

    private static String label(JavaClass type) {
        var together = mark(type).together();
        return together.isEmpty() ? type.getName().substring(BASE.length() + 1) : together;
    }

    private static Breaks mark(JavaClass type) {
        return type.getAnnotationOfType(Breaks.class);
    }

    /** Each folder of faults is named after its rule; what follows two dashes tells it from others of that rule. */
    private static Stream<Fault> inFiles() {
        try (var folders = Files.list(FIXTURES.resolve("faults"))) {
            return folders
                    .map(folder -> {
                        var name = folder.getFileName().toString();
                        var rule =
                                name.replaceFirst("--.*", "").replace('-', '_').toUpperCase(Locale.ROOT);
                        return new Fault(name, Set.of(Rule.valueOf(rule)), Set.of(), List.of(folder));
                    })
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Office::outermost).orElse(type);
    }
}
