/** A shop's groups and settings, and every rule about them. */
@NullMarked
package dev.fenliu.chatgroups.domain;

import org.jspecify.annotations.NullMarked;
