/**
 * The rules of the house as tests. {@link dev.fenliu.architecture.Rule} lists them; every one is checked on the product
 * and proven on a small post office into which its fault is planted.
 */
@NullMarked
package dev.fenliu.architecture;

import org.jspecify.annotations.NullMarked;
