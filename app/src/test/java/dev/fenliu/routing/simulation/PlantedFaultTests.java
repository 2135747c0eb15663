package dev.fenliu.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.routing.domain.RoutingPolicy;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation is worth something only if it finds mistakes: each of these is planted in a copy of the policy. */
class PlantedFaultTests {
    private static final Path SOURCE =
            Path.of("../modules/routing/src/main/java/dev/fenliu/routing/domain/RoutingPolicy.java");

    @TempDir
    Path classes;

    @ParameterizedTest
    @EnumSource
    void theSimulationFinds(PlantedFault fault) throws Exception {
        compile(fault.plantedIn(Files.readString(SOURCE)));

        assertThat(parting(2_000)).as("a history in which the mistake shows").startsWith("seed ");
    }

    @Test
    void theCopyWithoutAMistakeAgreesWithTheModel() throws Exception {
        compile(Files.readString(SOURCE));

        assertThat(parting(50)).isNull();
    }

    private void compile(String source) throws IOException {
        var file = Files.writeString(classes.resolve("RoutingPolicy.java"), source);
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

    /** Loads policy and simulation anew, the policy from the copy, so that the two belong together. */
    private static final class Copies extends ClassLoader {
        private final Path classes;

        Copies(Path classes) {
            super(RoutingPolicy.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            var ours = name.startsWith(RoutingPolicy.class.getPackageName() + ".")
                    || name.startsWith(PolicyTrials.class.getPackageName() + ".");
            if (!ours) return super.loadClass(name, resolve);
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
