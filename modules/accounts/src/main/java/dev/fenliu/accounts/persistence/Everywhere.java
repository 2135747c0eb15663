package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.ShopId;
import org.jspecify.annotations.Nullable;

/** A grant for every shop is stored as shop 0: null could not be part of the key. */
final class Everywhere {
    private static final long EVERYWHERE = 0;

    private Everywhere() {}

    static @Nullable ShopId read(long stored) {
        return stored == EVERYWHERE ? null : new ShopId(stored);
    }

    static long write(@Nullable ShopId shop) {
        return shop == null ? EVERYWHERE : shop.value();
    }
}
