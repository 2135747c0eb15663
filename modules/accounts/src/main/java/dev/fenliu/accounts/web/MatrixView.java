package dev.fenliu.accounts.web;

import dev.fenliu.accounts.application.RoleMatrix;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of a member's roles, in the reader's words. */
record MatrixView(List<Named> roles, List<Line> lines, boolean open) {
    /**
     * The roles in one shop.
     *
     * @param shop null for every shop
     */
    record Line(@Nullable String shop, List<Cell> cells) {}

    /** A cross that is made or not. */
    record Cell(String value, String role, boolean held, boolean open) {}

    static MatrixView of(RoleMatrix matrix, RoleWords words, Locale language) {
        var lines = matrix.lines().stream()
                .map(line -> new Line(
                        line.shop() == null ? null : line.shop().name(),
                        line.cells().stream()
                                .map(it -> new Cell(
                                        it.wish().shop() + ":" + it.wish().role(),
                                        words.name(it.role(), language),
                                        it.held(),
                                        it.open()))
                                .toList()))
                .toList();
        var roles = matrix.roles().stream()
                .map(it -> new Named(it.id().toString(), words.name(it, language)))
                .toList();
        return new MatrixView(roles, lines, matrix.isOpen());
    }
}
