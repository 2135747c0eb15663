package dev.fenliu.webhooks.domain;

/** Why an attempt got no answer. */
public enum Trouble {
    /** The host leads to this machine or into a private network, where nothing is sent. */
    ADDRESS_REFUSED,
    /** There is no such host, nobody listens, or the connection broke. */
    UNREACHABLE,
    /** No answer in time. */
    TOO_SLOW
}
