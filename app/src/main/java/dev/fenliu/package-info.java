/** The program: one modular monolith, composed in {@link dev.fenliu.app}. */
@NullMarked
package dev.fenliu;

import org.jspecify.annotations.NullMarked;
