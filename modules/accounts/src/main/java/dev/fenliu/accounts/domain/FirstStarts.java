package dev.fenliu.accounts.domain;

import java.time.Instant;

/** The links that open the first enterprise account, as they are stored. */
public interface FirstStarts {
    void add(byte[] hash, Instant createdAt);

    boolean knows(byte[] hash, Instant createdSince);

    /** The same, and nobody else can ask before the transaction ends. */
    boolean locks(byte[] hash, Instant createdSince);

    void removeAll();
}
