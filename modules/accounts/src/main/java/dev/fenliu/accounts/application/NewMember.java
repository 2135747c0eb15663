package dev.fenliu.accounts.application;

import dev.fenliu.accounts.domain.GrantWish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member who is to be created, as people type it.
 *
 * @param password null if they cannot sign in until one is set
 */
public record NewMember(
        String loginId,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String password,
        List<WishedRole> roles) {
    /** A role in a shop, both by id or name; shop {@code *} is every one. */
    public record WishedRole(String shop, String role) {}

    List<GrantWish> grants() {
        return roles.stream().map(it -> new GrantWish(it.shop(), it.role())).toList();
    }

    @Override
    public String toString() {
        return loginId;
    }
}
