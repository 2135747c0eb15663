package dev.fenliu.accounts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a signed-in member, or a program with an API token of the enterprise. Controllers receive it as a parameter.
 *
 * @param member null for a token, which acts for the enterprise itself
 * @param name what the activity log shows: the member's name or the token's
 * @param address where the request came from
 */
public record Actor(EnterpriseId enterprise, @Nullable MemberId member, String name, String address) {
    /** The signed-in member. Throws {@link NullPointerException} for a token, which no page admits. */
    public MemberId me() {
        return Objects.requireNonNull(member, "a page is only for signed-in members");
    }
}
