/** Ways into an enterprise account, taken apart. */
@NullMarked
package dev.fenliu.accounts.application;

import org.jspecify.annotations.NullMarked;
