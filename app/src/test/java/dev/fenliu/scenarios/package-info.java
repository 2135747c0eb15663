/** The scenarios that must hold (rules 9), played through the HTTP API on the real database. */
@NullMarked
package dev.fenliu.scenarios;

import org.jspecify.annotations.NullMarked;
