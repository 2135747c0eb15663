package dev.fenliu.architecture;

import java.util.Arrays;
import java.util.Locale;

/** The packages that a module may have, from the inside out. A further technology is a further adapter here. */
enum Layer {
    /** The contract of a module: its root package. */
    ROOT(0),
    DOMAIN(1),
    APPLICATION(2),
    PERSISTENCE(3),
    WEB(3),
    LIVE(3),
    /** What goes out to programs of others. */
    HTTP(3),
    /** Composition: no module at all. */
    APP(4),
    /** A package that no rule knows. */
    ELSEWHERE(5);

    private final int depth;

    Layer(int depth) {
        this.depth = depth;
    }

    boolean isInside() {
        return depth < APPLICATION.depth;
    }

    boolean isAdapter() {
        return depth == WEB.depth;
    }

    boolean liesOutside(Layer other) {
        return depth > other.depth;
    }

    static Layer named(String part) {
        return Arrays.stream(values())
                .filter(layer -> layer != ROOT && !layer.liesOutside(WEB))
                .filter(layer -> layer.name().toLowerCase(Locale.ROOT).equals(part))
                .findFirst()
                .orElse(ELSEWHERE);
    }
}
