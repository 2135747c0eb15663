/** What people and programs do with an enterprise account; the only transactions of the module. */
@NamedInterface("application")
@NullMarked
package dev.fenliu.accounts.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
