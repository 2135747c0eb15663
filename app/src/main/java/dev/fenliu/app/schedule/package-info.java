/** Runs what the modules schedule, and their long jobs. */
@NullMarked
package dev.fenliu.app.schedule;

import org.jspecify.annotations.NullMarked;
