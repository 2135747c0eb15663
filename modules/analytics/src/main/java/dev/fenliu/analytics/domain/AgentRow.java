package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Presence;
import org.jspecify.annotations.Nullable;

/**
 * One person (人員) on the dashboard.
 *
 * @param presence null for a day that is not today
 * @param timeline when they were online and hidden that day
 */
public record AgentRow(Member member, @Nullable Presence presence, Timeline timeline, Figures figures) {}
