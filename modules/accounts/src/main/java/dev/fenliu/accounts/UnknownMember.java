package dev.fenliu.accounts;

/** There is no such member, or none that the asker may know of. */
public final class UnknownMember extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownMember() {
        super(Kind.UNKNOWN, "unknown-member", "member");
    }

    /** The field is the one that named the member. */
    public UnknownMember(String field) {
        super(Kind.UNKNOWN, "unknown-member", field);
    }
}
