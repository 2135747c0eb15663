package dev.fenliu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The strings in the byte code of classes, text blocks and the patterns of concatenations included. */
final class Constants {
    private static final Map<JavaClass, ClassModel> READ = new ConcurrentHashMap<>();

    private Constants() {}

    /** A string that stands in a class. */
    record Constant(JavaClass type, Place place, String value) {
        /** Whether something that is known only when the program runs is put into it. */
        boolean isPutTogether() {
            return value.indexOf('\u0001') >= 0;
        }

        @Override
        public String toString() {
            var words = value.strip().replaceAll("\\s+", " ");
            return "\"" + (words.length() > 70 ? words.substring(0, 70) + "…" : words) + "\" in " + type.getName();
        }
    }

    static List<Constant> in(Ground ground) {
        return ground.classes().stream()
                .flatMap(type -> ground.place(type).stream()
                        .flatMap(place -> of(type).stream().map(value -> new Constant(type, place, value))))
                .toList();
    }

    static List<String> of(JavaClass type) {
        return StreamSupport.stream(model(type).constantPool().spliterator(), false)
                .filter(StringEntry.class::isInstance)
                .map(entry -> ((StringEntry) entry).stringValue())
                .toList();
    }

    static ClassModel model(JavaClass type) {
        return READ.computeIfAbsent(type, Constants::read);
    }

    private static ClassModel read(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri();
        try (var bytes = source.toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
