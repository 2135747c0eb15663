/** What is signed, told and tried again, without a network. */
@NullMarked
package dev.fenliu.webhooks.domain;

import org.jspecify.annotations.NullMarked;
