/** Measurements of the routing core. */
@NullMarked
package dev.fenliu.bench;

import org.jspecify.annotations.NullMarked;
