@NullMarked
package dev.fenliu.accounts.web;

import org.jspecify.annotations.NullMarked;
