/** The rules about groups, as sentences. */
@NullMarked
package dev.fenliu.chatgroups.domain;

import org.jspecify.annotations.NullMarked;
