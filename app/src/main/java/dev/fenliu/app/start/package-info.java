/** What a program without any enterprise account does first. */
@NullMarked
package dev.fenliu.app.start;

import org.jspecify.annotations.NullMarked;
