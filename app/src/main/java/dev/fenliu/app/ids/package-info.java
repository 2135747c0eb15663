/** Makes the ids of everything that is stored. */
@NullMarked
package dev.fenliu.app.ids;

import org.jspecify.annotations.NullMarked;
