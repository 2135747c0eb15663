/** What programs are told of, how it is signed, and how often it is tried, in plain Java. */
@NullMarked
package dev.fenliu.webhooks.domain;

import org.jspecify.annotations.NullMarked;
