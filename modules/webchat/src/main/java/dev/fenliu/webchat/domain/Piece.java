package dev.fenliu.webchat.domain;

import org.jspecify.annotations.Nullable;

/**
 * A part of what somebody wrote.
 *
 * @param href where it leads, if it is an address; always exactly what is read, so that no link leads elsewhere than it says
 */
public record Piece(String text, @Nullable String href) {}
