package dev.fenliu.accounts;

/** Seals what the program must know again and nobody shall read in the database or its backups. */
public interface Seals {
    byte[] seal(byte[] open);

    /** Throws for what was sealed under another key, or has been tampered with. */
    byte[] open(byte[] sealed);
}
