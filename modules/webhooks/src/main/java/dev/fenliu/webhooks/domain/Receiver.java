package dev.fenliu.webhooks.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.webhooks.HookId;

/** Where deliveries of a webhook go, and what they are signed with. */
public record Receiver(EnterpriseId enterprise, HookId hook, HookAddress address, HookSecret secret) {}
