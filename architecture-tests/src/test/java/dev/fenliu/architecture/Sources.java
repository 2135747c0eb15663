package dev.fenliu.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The types as their source files declare them, with the prose that byte code does not keep. */
final class Sources {
    /** All files of a ground are read at once: starting a compiler costs more than reading one. */
    private static final Map<Tree, Map<Path, List<Declared>>> READ = new ConcurrentHashMap<>();

    private Sources() {}

    /** A public type as its source declares it. */
    record Declared(String name, Path file, long line, boolean hasSentence) {
        @Override
        public String toString() {
            return name + " (" + file.getFileName() + ":" + line + ")";
        }
    }

    static List<Declared> publicTypes(Ground ground) {
        var byFile = READ.computeIfAbsent(new Tree(List.of(), ground.tree().sources()), Sources::read);
        return ground.classes().stream()
                .filter(JavaClass::isTopLevelClass)
                .flatMap(type -> ground.tree().source(type).stream())
                .flatMap(file -> byFile.getOrDefault(file, List.of()).stream())
                .toList();
    }

    private static Map<Path, List<Declared>> read(Tree tree) {
        var files = tree.allSources();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, problem -> {}, List.of("-proc:none"), null, sources);
            var found = new HashMap<Path, List<Declared>>();
            for (var unit : task.parse()) {
                var types = new PublicTypes(Trees.instance(task), unit);
                types.scan(unit, true);
                found.put(types.file, types.found);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class PublicTypes extends TreePathScanner<@Nullable Void, Boolean> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final Path file;
        private final List<Declared> found = new ArrayList<>();

        PublicTypes(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
            this.file = Path.of(unit.getSourceFile().toUri());
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Boolean visible) {
            var open = visible && isOpen(type);
            if (open && !type.getSimpleName().isEmpty()) {
                var start = trees.getSourcePositions().getStartPosition(unit, type);
                var line = unit.getLineMap().getLineNumber(start);
                var sentence = isSentence(trees.getDocComment(getCurrentPath()));
                found.add(new Declared(type.getSimpleName().toString(), file, line, sentence));
            }
            return super.visitClass(type, open);
        }

        /** Members of interfaces are public without saying so. */
        private boolean isOpen(ClassTree type) {
            return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree outer
                            && outer.getKind() == Kind.INTERFACE);
        }

        private static boolean isSentence(@Nullable String comment) {
            return comment != null && !comment.isBlank() && !comment.strip().startsWith("@");
        }
    }
}
