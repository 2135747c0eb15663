/** Use cases of routing: presence, lanes and batches, hand-overs, explanations, forecasts. */
@NullMarked
package dev.fenliu.routing.application;

import org.jspecify.annotations.NullMarked;
