package dev.fenliu.accounts.web;

import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.application.NewMember.WishedRole;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.MemberWish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member as a form has it: what was typed, and the crosses in the table of roles, each {@code shop:role}. */
record MemberForm(
        @Nullable String loginId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable List<String> grants) {
    static final MemberForm EMPTY = new MemberForm(null, null, null, null, null);

    NewMember wished() {
        var roles = wishes().stream()
                .map(it -> new WishedRole(it.shop(), it.role()))
                .toList();
        return new NewMember(text(loginId).strip(), text(name), text(email), text(phone), null, roles);
    }

    MemberWish profile() {
        return new MemberWish(text(name), text(email), text(phone), null, null);
    }

    List<GrantWish> wishes() {
        return grants == null
                ? List.of()
                : grants.stream().map(MemberForm::wish).toList();
    }

    // What is no cross of ours names a shop that there is not.
    private static GrantWish wish(String cross) {
        var colon = cross.indexOf(':');
        return new GrantWish(cross.substring(0, Math.max(colon, 0)), cross.substring(colon + 1));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
