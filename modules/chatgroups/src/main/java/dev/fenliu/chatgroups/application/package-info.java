/** What people and programs do with chat groups; the only transactions of the module. */
@NamedInterface("application")
@NullMarked
package dev.fenliu.chatgroups.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
