package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.MemberId;
import java.time.LocalDate;

/** One person's hours of one day. */
public record DayHours(LocalDate date, MemberId member, Hours hours) {}
