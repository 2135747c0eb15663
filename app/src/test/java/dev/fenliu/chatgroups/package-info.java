/** Chat groups on the real database. */
@NullMarked
package dev.fenliu.chatgroups;

import org.jspecify.annotations.NullMarked;
