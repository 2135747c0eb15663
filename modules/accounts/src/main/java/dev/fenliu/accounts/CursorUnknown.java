package dev.fenliu.accounts;

/** A list was to go on behind something that is not in it. */
public final class CursorUnknown extends Refusal {
    private static final long serialVersionUID = 1L;

    public CursorUnknown() {
        super(Kind.INVALID, "unknown-cursor", "cursor");
    }
}
