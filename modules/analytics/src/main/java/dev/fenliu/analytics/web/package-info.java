/** The live dashboard as a page and through the HTTP API. */
@NullMarked
package dev.fenliu.analytics.web;

import org.jspecify.annotations.NullMarked;
