@NullMarked
package dev.fenliu.accounts.domain;

import org.jspecify.annotations.NullMarked;
