package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Shop;

/** A shop in the list of those whose groups one may change. */
public record ShopLine(Shop shop, boolean enabled, int groups) {}
