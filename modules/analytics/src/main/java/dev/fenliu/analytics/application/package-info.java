/** Keeps the facts, and shows each person the figures they may see. */
@NullMarked
package dev.fenliu.analytics.application;

import org.jspecify.annotations.NullMarked;
