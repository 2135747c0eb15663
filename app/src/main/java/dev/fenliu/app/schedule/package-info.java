/** Runs what the modules schedule. */
@NullMarked
package dev.fenliu.app.schedule;

import org.jspecify.annotations.NullMarked;
