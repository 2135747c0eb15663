package dev.fenliu.accounts;

/** A list was to go on behind something that is not in it. */
final class CursorUnknown extends Refusal {
    private static final long serialVersionUID = 1L;

    CursorUnknown() {
        super(Kind.INVALID, "unknown-cursor", "cursor");
    }
}
