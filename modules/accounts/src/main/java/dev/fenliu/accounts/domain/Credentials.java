package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.util.Optional;

/** What members sign in with. */
public interface Credentials {
    Optional<Credential> of(String enterpriseCode, String loginId);

    /** One member's, disabled or not. */
    record Credential(
            EnterpriseId enterprise, MemberId member, String login, String name, boolean active, String passwordHash) {
        @Override
        public String toString() {
            return login;
        }
    }
}
