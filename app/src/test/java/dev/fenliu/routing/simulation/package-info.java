/**
 * Routing held against an independent model of the rules: seeded histories of a small enterprise are lived through twice,
 * and after each step both must agree on every owner and every reason.
 */
@NullMarked
package dev.fenliu.routing.simulation;

import org.jspecify.annotations.NullMarked;
