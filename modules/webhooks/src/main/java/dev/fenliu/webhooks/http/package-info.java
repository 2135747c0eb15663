/** Deliveries on their way to the programs of others. */
@NullMarked
package dev.fenliu.webhooks.http;

import org.jspecify.annotations.NullMarked;
