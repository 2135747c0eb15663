package dev.fenliu.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.fenliu.FenliuApplication;
import dev.fenliu.architecture.Office.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulithTests {
    private static final ApplicationModules PRODUCT = ApplicationModules.of(FenliuApplication.class);

    @Test
    void theModulesDependAsTheirPackageInfosAllow() {
        PRODUCT.verify();
    }

    @Test
    void acceptsTheSoundOffice() {
        assertThat(modules(Office.sound()).detectViolations().getMessages()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesEveryWrongArrowBetweenModules(Fault fault) {
        var violations = modules(Office.with(fault)).detectViolations();

        assertThat(violations.getMessages()).isNotEmpty();
    }

    static List<Fault> refusesEveryWrongArrowBetweenModules() {
        return Office.faults().stream()
                .filter(fault -> fault.rules().contains(Rule.MODULES_LOOK_LEFT)
                        || fault.rules().contains(Rule.ONLY_ROOTS_ARE_OPEN))
                .toList();
    }

    private static ApplicationModules modules(Ground office) {
        var files = office.classes().stream().map(ModulithTests::file).collect(toSet());
        return ApplicationModules.of(
                Office.BASE, location -> location.contains("package-info") || files.contains(location.asURI()));
    }

    private static URI file(JavaClass type) {
        return type.getSource().orElseThrow().getUri();
    }

    @Test
    void drawsADiagramOfEveryModule() throws IOException {
        var folder = Path.of("target/modules");

        new Documenter(PRODUCT, Documenter.Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();

        var whole = Files.readString(folder.resolve("components.puml"));
        for (var module : Ground.PRODUCT.line()) {
            assertThat(whole).containsIgnoringCase(module.name());
            assertThat(folder.resolve("module-" + module.name() + ".puml")).isNotEmptyFile();
            assertThat(folder.resolve("module-" + module.name() + ".adoc")).isNotEmptyFile();
        }
    }
}
