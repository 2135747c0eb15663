/** The least program that stores a message over HTTP: what the framework alone costs. */
@NullMarked
package dev.fenliu.bench.least;

import org.jspecify.annotations.NullMarked;
