package dev.fenliu.analytics.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;

/** How many conversations of one shop were closed on one day while that member owned them (對話關閉). */
public record Closed(Day day, ShopId shop, MemberId owner, int byHand, int bySystem) {}
