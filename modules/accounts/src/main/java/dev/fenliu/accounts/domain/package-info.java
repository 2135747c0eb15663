/** Members, roles, shops and what follows from them: who may do what where. */
@NullMarked
package dev.fenliu.accounts.domain;

import org.jspecify.annotations.NullMarked;
