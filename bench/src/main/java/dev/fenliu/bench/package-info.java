/** Measures the program from outside, beside the raw database writes that it cannot be faster than. */
@NullMarked
package dev.fenliu.bench;

import org.jspecify.annotations.NullMarked;
