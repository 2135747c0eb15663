package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Shop;
import java.time.Instant;

/** The shops as they are stored. */
public interface Shops {
    /** Throws {@link ShopNameTaken}. */
    void add(Shop shop, Instant createdAt);

    /** Throws {@link ShopNameTaken}. */
    void save(Shop shop);
}
