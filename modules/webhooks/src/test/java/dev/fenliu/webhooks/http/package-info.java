/** Deliveries to receivers on this machine, and none to where none may go. */
@NullMarked
package dev.fenliu.webhooks.http;

import org.jspecify.annotations.NullMarked;
