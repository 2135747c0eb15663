package dev.fenliu.accounts;

/** Makes the 64-bit, time-ordered ids of everything that is stored: unique over all instances. */
public interface Ids {
    long next();
}
