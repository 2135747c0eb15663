package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.ShopId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which members are looked for, and in what order; null is any.
 *
 * @param search part of a name or sign-in name
 * @param shop where they hold a role
 * @param after the last member of the page before, wherever they stand by now; null for the first page
 * @param backwards whether the page before that member is meant instead
 */
public record MemberQuery(
        String search,
        @Nullable Boolean active,
        @Nullable ShopId shop,
        @Nullable RoleId role,
        @Nullable Presence presence,
        Sort sort,
        boolean descending,
        @Nullable MemberId after,
        boolean backwards) {
    /** What a list of members can be ordered by. */
    public enum Sort {
        CREATED,
        NAME,
        LOGIN,
        SEEN
    }

    boolean finds(String text) {
        return text.toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
    }
}
