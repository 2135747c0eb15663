package dev.fenliu.accounts;

/**
 * What the state of an enterprise account is called, for whoever keeps in memory what belongs to it: what was read under a
 * version is right for as long as transactions see that version.
 */
public interface Versions {
    /** The one that this transaction sees. Asked for once in a transaction, whoever asks. */
    long versionOf(EnterpriseId enterprise);

    /** Gives it another, in the transaction of the change; until that ends, nobody else changes the enterprise. */
    void renew(EnterpriseId enterprise);
}
