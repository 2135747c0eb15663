/** Keeps open pages up to date: one stream per desk tab and per buyer's panel, fed by what has been committed. */
@NullMarked
package dev.fenliu.webchat.live;

import org.jspecify.annotations.NullMarked;
