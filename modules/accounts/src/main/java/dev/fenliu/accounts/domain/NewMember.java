package dev.fenliu.accounts.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member who is to be created.
 *
 * @param password null if they cannot sign in until one is set
 */
public record NewMember(
        LoginId login,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Password password,
        List<GrantWish> grants) {
    public NewMember {
        grants = List.copyOf(grants);
    }
}
