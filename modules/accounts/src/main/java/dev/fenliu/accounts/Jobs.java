package dev.fenliu.accounts;

/** Starts long work that people watch, such as an import. It outlives the program: a crash only interrupts it. */
public interface Jobs {
    /**
     * Once the transaction has committed, and not at all if it is rolled back. The same job again, while it is under way,
     * changes nothing.
     *
     * @param kind the {@link LongWork} that does it
     * @param job what the kind knows it by
     */
    void start(String kind, EnterpriseId enterprise, long job);

    /** Whether it was started and is not done yet. */
    boolean underWay(String kind, EnterpriseId enterprise, long job);
}
