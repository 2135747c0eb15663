package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Refusal;

/** The shop has no such product or order. */
final class UnknownInShop extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownInShop() {
        super(Kind.UNKNOWN, "unknown-in-shop", null);
    }
}
