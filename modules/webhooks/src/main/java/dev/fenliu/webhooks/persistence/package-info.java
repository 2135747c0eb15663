/** Webhooks and deliveries in the database. */
@NullMarked
package dev.fenliu.webhooks.persistence;

import org.jspecify.annotations.NullMarked;
