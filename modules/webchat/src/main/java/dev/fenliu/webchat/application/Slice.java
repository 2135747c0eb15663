package dev.fenliu.webchat.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code next} says where it goes on, null at its end. */
public record Slice<T>(List<T> items, @Nullable String next) {}
