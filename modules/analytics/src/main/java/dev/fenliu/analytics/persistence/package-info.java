/** The facts in the database. */
@NullMarked
package dev.fenliu.analytics.persistence;

import org.jspecify.annotations.NullMarked;
