package dev.fenliu.webhooks.domain;

import dev.fenliu.webhooks.HookId;
import java.time.Instant;
import java.util.Set;

/** A webhook: an address, and what is told there. */
public record Hook(HookId id, HookAddress address, Set<Topic> topics, Instant createdAt) {}
