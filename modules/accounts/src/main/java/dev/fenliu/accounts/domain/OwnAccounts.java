package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.util.Optional;

/** What members may change of their own account, as it is stored. */
public interface OwnAccounts {
    /** Throws {@link dev.fenliu.accounts.UnknownMember}. */
    Profile profile(EnterpriseId enterprise, MemberId member);

    void save(EnterpriseId enterprise, MemberId member, Profile profile);

    /** The tag of the language they chose; empty as long as they never did. */
    Optional<String> language(EnterpriseId enterprise, MemberId member);

    void speak(EnterpriseId enterprise, MemberId member, String language);

    /** Throws {@link dev.fenliu.accounts.UnknownMember}. */
    String passwordHash(EnterpriseId enterprise, MemberId member);

    void setPassword(EnterpriseId enterprise, MemberId member, String hash);
}
