package dev.fenliu.webchat.domain;

/** Whose line it is. */
public enum Sender {
    BUYER,
    AGENT,
    /** Nobody's: a {@link Notice}. */
    SYSTEM
}
