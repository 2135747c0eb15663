/** Conversations on the real database. */
@NullMarked
package dev.fenliu.webchat;

import org.jspecify.annotations.NullMarked;
