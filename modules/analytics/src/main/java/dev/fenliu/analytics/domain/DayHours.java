package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.MemberId;
import java.time.LocalDate;

/** One person's hours of one day. */
public record DayHours(LocalDate date, MemberId member, Hours hours) {
    /** Whose day it is. */
    public record When(LocalDate date, MemberId member) {}

    public When when() {
        return new When(date, member);
    }
}
