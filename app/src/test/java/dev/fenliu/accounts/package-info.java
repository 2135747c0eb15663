/** Enterprise accounts on the real database, and their pages in a real browser. */
@NullMarked
package dev.fenliu.accounts;

import org.jspecify.annotations.NullMarked;
