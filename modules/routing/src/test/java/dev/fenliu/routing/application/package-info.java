/** The rules of distribution, row by row. */
@NullMarked
package dev.fenliu.routing.application;

import org.jspecify.annotations.NullMarked;
