/** Performance data on the real database. */
@NullMarked
package dev.fenliu.analytics;

import org.jspecify.annotations.NullMarked;
