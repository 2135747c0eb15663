package dev.fenliu.webchat.domain;

import org.jspecify.annotations.Nullable;

/**
 * A conversation that a search has found.
 *
 * @param line the last of its lines that holds the words; null if only its buyer is called so
 */
public record Found(Listed listed, @Nullable String line) {}
