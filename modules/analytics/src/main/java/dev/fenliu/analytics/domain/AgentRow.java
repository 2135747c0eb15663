package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Presence;
import org.jspecify.annotations.Nullable;

/** One person (人員) on the dashboard; presence is null for a day that is not today. */
public record AgentRow(Member member, @Nullable Presence presence, Figures figures) {}
