/** The rules of chat distribution as plain Java: what is asked, who sits on the bench, what is decided and why. */
@NullMarked
package dev.fenliu.routing.domain;

import org.jspecify.annotations.NullMarked;
