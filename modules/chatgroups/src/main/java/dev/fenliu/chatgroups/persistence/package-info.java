/** Keeps groups and settings in the database. */
@NullMarked
package dev.fenliu.chatgroups.persistence;

import org.jspecify.annotations.NullMarked;
