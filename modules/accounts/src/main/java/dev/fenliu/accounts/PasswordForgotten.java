package dev.fenliu.accounts;

import java.time.Instant;

/**
 * Somebody says that they forgot the password of that sign-in name. Whether there is such a member is found out only
 * afterwards, so that the answer is the same, and as quick, for every name.
 */
public record PasswordForgotten(long request, String login, Instant occurredAt) {}
