package dev.fenliu.webchat.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import org.jspecify.annotations.Nullable;

/** Which conversations are asked for; null stands for any. */
public record Wanted(
        @Nullable ShopId shop,
        @Nullable MemberId owner,
        @Nullable StateFilter state) {
    /** Whether those are only such as have not ended, of which there are never many. */
    public boolean living() {
        return state != null && !state.ended();
    }
}
