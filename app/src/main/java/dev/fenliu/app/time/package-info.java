/** The one clock: the database's time, and the time machine that moves it in trials. */
@NullMarked
package dev.fenliu.app.time;

import org.jspecify.annotations.NullMarked;
