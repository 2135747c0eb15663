/** Who comes in: tokens for programs, sign-in and sessions for members, and what browsers may do with our pages. */
@NullMarked
package dev.fenliu.app.security;

import org.jspecify.annotations.NullMarked;
