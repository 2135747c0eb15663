/** What the figures of performance data mean, in plain Java. */
@NullMarked
package dev.fenliu.analytics.domain;

import org.jspecify.annotations.NullMarked;
