/** Keeps webhooks and brings them what happened; the only transactions of the module. */
@NullMarked
package dev.fenliu.webhooks.application;

import org.jspecify.annotations.NullMarked;
