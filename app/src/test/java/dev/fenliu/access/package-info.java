/** Who may what: every route against every kind of person and program. */
@NullMarked
package dev.fenliu.access;

import org.jspecify.annotations.NullMarked;
