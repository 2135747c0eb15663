package dev.fenliu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules look at: a line of modules below one base package, and the files beside their classes. The product is one
 * ground; the post office, with or without a planted fault, is another.
 *
 * @param line the modules, leftmost first
 */
record Ground(String base, List<Module> line, JavaClasses classes, Tree tree) {
    static final String APP = "app";

    private static final List<Module> LINE = List.of(
            new Module("accounts", "account_"),
            new Module("chatgroups", "chatgroup_"),
            new Module("routing", "routing_"),
            new Module("webchat", "webchat_"),
            new Module("analytics", "analytics_"),
            new Module("webhooks", "webhook_"));

    static final Ground PRODUCT = product();

    private static Ground product() {
        var home = Path.of("..").toAbsolutePath().normalize();
        var sources = Stream.concat(LINE.stream().map(module -> "modules/" + module.name()), Stream.of(APP))
                .map(folder -> home.resolve(folder).resolve("src/main/java"))
                .toList();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.fenliu");
        return new Ground("dev.fenliu", LINE, withoutPackageInfo(classes), new Tree(List.of(home), sources));
    }

    /** An annotated package-info is an interface in byte code, and none of the types that the rules mean. */
    static JavaClasses withoutPackageInfo(JavaClasses classes) {
        return classes.that(describe("types", type -> !type.getSimpleName().equals("package-info")));
    }

    Optional<Place> place(JavaClass type) {
        return Place.of(type, base);
    }

    Optional<Module> module(String name) {
        return line.stream().filter(module -> module.name().equals(name)).findFirst();
    }

    /** Where in the line a module stands; {@code app} is right of all of them. */
    int position(String module) {
        var found = line.stream().map(Module::name).toList().indexOf(module);
        return found < 0 ? line.size() : found;
    }

    boolean isIn(JavaClass type, Layer... layers) {
        return place(type).map(Place::layer).filter(List.of(layers)::contains).isPresent();
    }

    DescribedPredicate<JavaClass> in(Layer first, Layer... more) {
        var layers = EnumSet.of(first, more);
        return describe(
                "reside in " + words(layers),
                type -> place(type).map(Place::layer).filter(layers::contains).isPresent());
    }

    DescribedPredicate<JavaClass> outside(Layer first, Layer... more) {
        var layers = EnumSet.of(first, more);
        return describe(
                "reside outside " + words(layers), type -> !in(first, more).test(type));
    }

    DescribedPredicate<JavaMember> memberIn(Layer first, Layer... more) {
        return describe(
                "are declared in classes that " + in(first, more).getDescription(),
                member -> in(first, more).test(member.getOwner()));
    }

    private static String words(EnumSet<Layer> layers) {
        return layers.stream()
                .map(layer -> layer.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
