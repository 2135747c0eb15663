/** Routing on the real database. */
@NullMarked
package dev.fenliu.routing;

import org.jspecify.annotations.NullMarked;
