package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.ShopId;
import java.time.LocalDate;

/** How many conversations buyers began in one hour of one day, by the clocks of the place. */
public record DayArrivals(LocalDate date, ShopId shop, int hour, int conversations) {}
