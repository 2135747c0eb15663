package dev.fenliu.accounts.domain;

import org.jspecify.annotations.Nullable;

/** What a member says of themselves. */
public record Profile(
        String name, @Nullable String email, @Nullable String phone) {}
