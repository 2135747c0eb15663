package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members as they are stored. */
public interface Members {
    /** Throws {@link LoginTaken}. */
    void add(Member member, LoginId login, Contact contact, Secret secret, List<Grant> grants);

    void save(Member member, Contact contact);

    /** These and no others from now on. */
    void setGrants(EnterpriseId enterprise, MemberId member, List<Grant> grants);

    void setSecret(EnterpriseId enterprise, MemberId member, Secret secret);

    Contact contact(EnterpriseId enterprise, MemberId member);

    /**
     * What proves who a member is.
     *
     * @param once whether it has to be changed when it was used
     */
    record Secret(String passwordHash, boolean once) {
        @Override
        public String toString() {
            return "(secret)";
        }
    }

    /** How to reach a member. */
    record Contact(@Nullable String email, @Nullable String phone) {
        public static final Contact NONE = new Contact(null, null);
    }
}
