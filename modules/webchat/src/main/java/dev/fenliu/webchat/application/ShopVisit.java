package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Shop;

/**
 * A buyer in a shop.
 *
 * @param thread the buyer's chat with the shop, empty for somebody who never wrote
 * @param answered whether somebody who may answer there is online now
 */
public record ShopVisit(Shop shop, BuyerThread thread, boolean answered) {}
