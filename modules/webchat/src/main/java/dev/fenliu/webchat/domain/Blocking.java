package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.MemberId;
import java.time.Instant;

/** Somebody's decision that a buyer may not write to a shop any more. */
public record Blocking(MemberId by, Instant since) {}
