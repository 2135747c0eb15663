/** The demo enterprise: with it anyone can try the whole way a minute after the first start. */
@NullMarked
package dev.fenliu.app.demo;

import org.jspecify.annotations.NullMarked;
