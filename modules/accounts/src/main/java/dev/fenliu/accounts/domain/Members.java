package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members as they are stored. */
public interface Members {
    /** Throws {@link LoginTaken}. */
    void add(Member member, LoginId login, Contact contact, String passwordHash, List<Grant> grants);

    /** How to reach a member. */
    record Contact(@Nullable String email, @Nullable String phone) {
        public static final Contact NONE = new Contact(null, null);
    }
}
