/** The rules of distribution, row by row. */
@NullMarked
package dev.fenliu.routing.domain;

import org.jspecify.annotations.NullMarked;
