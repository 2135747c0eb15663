package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.domain.OwnAccounts;
import dev.fenliu.accounts.domain.Profile;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOwnAccounts implements OwnAccounts {
    private final JdbcClient jdbc;

    JdbcOwnAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Profile profile(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql("select name, email, phone from account_member where enterprise_id = ? and id = ?")
                .params(enterprise.value(), member.value())
                .query((row, _) -> new Profile(row.getString("name"), row.getString("email"), row.getString("phone")))
                .optional()
                .orElseThrow(UnknownMember::new);
    }

    @Override
    public void save(EnterpriseId enterprise, MemberId member, Profile profile) {
        jdbc.sql("""
                        update account_member set name = :name, email = :email, phone = :phone
                        where enterprise_id = :enterprise and id = :member
                        """)
                .param("name", profile.name())
                .param("email", profile.email())
                .param("phone", profile.phone())
                .param("enterprise", enterprise.value())
                .param("member", member.value())
                .update();
    }

    @Override
    public Optional<String> language(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql("select coalesce(language, '') from account_member where enterprise_id = ? and id = ?")
                .params(enterprise.value(), member.value())
                .query(String.class)
                .optional()
                .filter(it -> !it.isEmpty());
    }

    @Override
    public void speak(EnterpriseId enterprise, MemberId member, String language) {
        jdbc.sql("update account_member set language = ? where enterprise_id = ? and id = ?")
                .params(language, enterprise.value(), member.value())
                .update();
    }

    @Override
    public String passwordHash(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql("select password_hash from account_member where enterprise_id = ? and id = ?")
                .params(enterprise.value(), member.value())
                .query(String.class)
                .optional()
                .orElseThrow(UnknownMember::new);
    }

    @Override
    public void setPassword(EnterpriseId enterprise, MemberId member, String hash) {
        jdbc.sql(
                        "update account_member set password_hash = ?, password_once = false where enterprise_id = ? and id = ?")
                .params(hash, enterprise.value(), member.value())
                .update();
    }
}
