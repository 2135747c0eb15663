/** The conversations on the agents' desk, in the buyer's panel and through the HTTP API. */
@NullMarked
package dev.fenliu.webchat.web;

import org.jspecify.annotations.NullMarked;
