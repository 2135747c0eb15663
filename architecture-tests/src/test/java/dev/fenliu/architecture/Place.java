package dev.fenliu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;

/** Where a class lives: in which module (or {@code app}) and in which of its packages. */
record Place(String module, Layer layer) {
    /** Empty for a class that is none of ours. */
    static Optional<Place> of(JavaClass type, String base) {
        var name = type.getBaseComponentType().getPackageName();
        if (name.equals(base)) {
            return Optional.of(new Place(Ground.APP, Layer.APP));
        }
        if (!name.startsWith(base + ".")) {
            return Optional.empty();
        }
        var parts = name.substring(base.length() + 1).split("\\.", -1);
        if (parts[0].equals(Ground.APP)) {
            return Optional.of(new Place(Ground.APP, Layer.APP));
        }
        return Optional.of(new Place(parts[0], parts.length == 1 ? Layer.ROOT : Layer.named(parts[1])));
    }
}
