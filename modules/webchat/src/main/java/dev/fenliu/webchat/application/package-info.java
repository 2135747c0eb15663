/** What people and the clock do with conversations: the only transactions of this module. */
@NullMarked
package dev.fenliu.webchat.application;

import org.jspecify.annotations.NullMarked;
