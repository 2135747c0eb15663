/** Enterprise accounts in the database. */
@NullMarked
package dev.fenliu.accounts.persistence;

import org.jspecify.annotations.NullMarked;
