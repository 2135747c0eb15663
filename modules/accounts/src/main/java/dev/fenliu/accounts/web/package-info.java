/** Pages and HTTP API of enterprise accounts, and how a controller learns who asks. */
@NullMarked
package dev.fenliu.accounts.web;

import org.jspecify.annotations.NullMarked;
