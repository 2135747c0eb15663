package dev.fenliu.accounts;

import java.time.Instant;

/** An invitation is to be mailed; each round once. */
public record InvitationDue(EnterpriseId enterprise, long invitation, int round, Instant occurredAt) {}
