package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Refusal;
import java.time.LocalDate;

/** The day has not come yet, or is too long ago to be simulated. */
public final class DayOutOfReach extends Refusal {
    private static final long serialVersionUID = 1L;

    public DayOutOfReach(LocalDate oldest, LocalDate latest) {
        super(Kind.INVALID, "day-out-of-reach", "date", oldest.toString(), latest.toString());
    }
}
