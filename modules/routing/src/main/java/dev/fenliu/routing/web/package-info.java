/** Routing's part of the HTTP API. */
@NullMarked
package dev.fenliu.routing.web;

import org.jspecify.annotations.NullMarked;
