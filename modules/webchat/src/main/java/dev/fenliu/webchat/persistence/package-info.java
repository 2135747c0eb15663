/** Conversations and messages in SQL. */
@NullMarked
package dev.fenliu.webchat.persistence;

import org.jspecify.annotations.NullMarked;
