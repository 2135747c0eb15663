package dev.fenliu.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.FenliuApplication;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.json.JsonMapper;

/** The order of migrations is written down, so that the program need not read all of its classes to start. */
class ModuleOrderTests {
    @Test
    void migrationsRunInTheOrderOfTheModules() throws IOException {
        var written = new JsonMapper()
                .readTree(new ClassPathResource("META-INF/spring-modulith/application-modules.json")
                        .getContentAsByteArray())
                .propertyNames();
        var modules = ApplicationModuleIdentifiers.of(ApplicationModules.of(FenliuApplication.class)).stream()
                .map(Object::toString)
                .toList();

        assertThat(written).containsExactlyInAnyOrderElementsOf(modules);
        // The composition may stand anywhere: its tables have nothing to do with the modules'.
        assertThat(written.stream().filter(name -> !name.equals("app")))
                .containsExactlyElementsOf(
                        modules.stream().filter(name -> !name.equals("app")).toList());
    }
}
