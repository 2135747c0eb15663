/** How decisions are kept. */
@NullMarked
package dev.fenliu.routing.persistence;

import org.jspecify.annotations.NullMarked;
