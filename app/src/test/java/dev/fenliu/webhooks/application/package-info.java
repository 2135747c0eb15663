/** How deliveries are shared by several instances. */
@NullMarked
package dev.fenliu.webhooks.application;

import org.jspecify.annotations.NullMarked;
