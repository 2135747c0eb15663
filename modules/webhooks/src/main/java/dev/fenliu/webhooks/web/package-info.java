/** Webhooks through the HTTP API and as a page. */
@NullMarked
package dev.fenliu.webhooks.web;

import org.jspecify.annotations.NullMarked;
