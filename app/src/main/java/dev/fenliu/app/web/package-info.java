/** What every page has in common: addresses of static files, the language, who is signed in. */
@NullMarked
package dev.fenliu.app.web;

import org.jspecify.annotations.NullMarked;
