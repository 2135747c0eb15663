package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Shop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody sees.
 *
 * @param shops whose conversations are counted
 * @param whole whether these are all the shops of the enterprise, so that whatever people do belongs to them
 * @param only the one shop asked for, if one was
 * @param onlyOwn whether the asker sees no more than their own row
 * @param choosable the shops that the asker may ask for
 */
record Scope(List<Shop> shops, boolean whole, @Nullable Shop only, boolean onlyOwn, List<Shop> choosable) {}
