package dev.fenliu.accounts;

/** The asker does not hold the permission that this needs. */
public final class NotAllowed extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotAllowed() {
        super(Kind.FORBIDDEN, "not-allowed", null);
    }
}
