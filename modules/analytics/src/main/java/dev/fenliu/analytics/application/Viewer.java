package dev.fenliu.analytics.application;

import dev.fenliu.accounts.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows the live dashboard.
 *
 * @param shop id or name of the only shop they look at; null for all that they may see
 */
public record Viewer(Actor actor, @Nullable String shop) {}
