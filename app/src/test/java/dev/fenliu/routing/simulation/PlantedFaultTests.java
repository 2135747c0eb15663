package dev.fenliu.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.chatgroups.domain.ShopGroups;
import dev.fenliu.routing.domain.RoutingPolicy;
import dev.fenliu.webchat.domain.Conversation;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation is worth something only if it finds mistakes: each of these is planted in a copy of the product. */
class PlantedFaultTests {
    private static final List<String> COPIED = Stream.of(
                    RoutingPolicy.class, Conversation.class, ShopGroups.class, PolicyTrials.class)
            .map(it -> it.getPackageName() + ".")
            .toList();

    @TempDir
    Path classes;

    @ParameterizedTest
    @EnumSource
    void theSimulationFinds(PlantedFault fault) throws Exception {
        compile(fault.where(), fault.planted());

        assertThat(parting(2_000)).as("a history in which the mistake shows").startsWith("seed ");
    }

    @Test
    void theCopyWithoutAMistakeAgreesWithTheModel() throws Exception {
        compile(RoutingPolicy.class, PlantedFault.sourceOf(RoutingPolicy.class));

        assertThat(parting(50)).isNull();
    }

    private void compile(Class<?> product, String source) throws IOException {
        var file = Files.writeString(classes.resolve(product.getSimpleName() + ".java"), source);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of(
                    "-d",
                    classes.toString(),
                    "-proc:none",
                    "-implicit:none",
                    "-nowarn",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            var compiled = compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
    }

    private @Nullable String parting(int histories) throws ReflectiveOperationException {
        var trials = new Copies(classes).loadClass(PolicyTrials.class.getName());
        try {
            return (String) trials.getMethod("firstParting", long.class, int.class, int.class)
                    .invoke(null, 1L, histories, 200);
        } catch (InvocationTargetException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    /** Loads the product and the simulation anew, one class from its copy, so that all of them belong together. */
    private static final class Copies extends ClassLoader {
        private final Path classes;

        Copies(Path classes) {
            super(RoutingPolicy.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (COPIED.stream().noneMatch(name::startsWith)) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            var path = name.replace('.', '/') + ".class";
            var copy = classes.resolve(path);
            try (var bytes = Files.exists(copy)
                    ? Files.newInputStream(copy)
                    : getParent().getResourceAsStream(path)) {
                if (bytes == null) throw new ClassNotFoundException(name);
                var code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
