/** Where the truth is kept: the embedded MariaDB or a data source from outside, and what either must be able to do. */
@NullMarked
package dev.fenliu.app.database;

import org.jspecify.annotations.NullMarked;
