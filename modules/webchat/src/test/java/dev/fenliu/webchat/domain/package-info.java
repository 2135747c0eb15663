/** The rules of conversations, one test a sentence. */
@NullMarked
package dev.fenliu.webchat.domain;

import org.jspecify.annotations.NullMarked;
