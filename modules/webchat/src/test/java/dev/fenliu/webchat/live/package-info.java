@NullMarked
package dev.fenliu.webchat.live;

import org.jspecify.annotations.NullMarked;
