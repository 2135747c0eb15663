/** What a conversation is and what may happen to it; knows neither database nor web. */
@NullMarked
package dev.fenliu.webchat.domain;

import org.jspecify.annotations.NullMarked;
