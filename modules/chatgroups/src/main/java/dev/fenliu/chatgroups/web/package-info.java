/** Pages and HTTP API of chat groups. */
@NullMarked
package dev.fenliu.chatgroups.web;

import org.jspecify.annotations.NullMarked;
