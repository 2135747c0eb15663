/** Tests of what analytics does behind its doors. */
@NullMarked
package dev.fenliu.analytics.application;

import org.jspecify.annotations.NullMarked;
