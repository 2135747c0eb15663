package dev.fenliu.accounts.domain;

/** A password as it was chosen, before it is hashed. */
public record Password(String value) {
    public static final int SHORTEST = 8;
    /** Hashing costs by length: nobody may make it expensive. */
    public static final int LONGEST = 128;

    public Password {
        if (value.length() < SHORTEST || value.length() > LONGEST) throw new PasswordUnfit(SHORTEST, LONGEST);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
