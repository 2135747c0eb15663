/** Webhooks as the programs behind them see them. */
@NullMarked
package dev.fenliu.webhooks;

import org.jspecify.annotations.NullMarked;
