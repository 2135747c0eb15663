/** Routing's tables. */
@NullMarked
package dev.fenliu.routing.persistence;

import org.jspecify.annotations.NullMarked;
