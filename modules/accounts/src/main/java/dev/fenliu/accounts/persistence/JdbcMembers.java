package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.Credentials;
import dev.fenliu.accounts.domain.Grant;
import dev.fenliu.accounts.domain.LoginId;
import dev.fenliu.accounts.domain.LoginTaken;
import dev.fenliu.accounts.domain.Members;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMembers implements Members, Credentials {
    private final JdbcClient jdbc;

    JdbcMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Member member, LoginId login, Contact contact, Secret secret, List<Grant> grants) {
        try {
            insert(member, login, contact, secret);
        } catch (DuplicateKeyException taken) {
            throw new LoginTaken(login.value());
        }
        insert(member.enterprise(), member.id(), grants);
    }

    @Override
    public void save(Member member, Contact contact) {
        jdbc.sql("""
                        update account_member set name = :name, email = :email, phone = :phone, status = :status
                        where enterprise_id = :enterprise and id = :id
                        """)
                .param("name", member.name())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("status", status(member))
                .param("enterprise", member.enterprise().value())
                .param("id", member.id().value())
                .update();
    }

    @Override
    public void setGrants(EnterpriseId enterprise, MemberId member, List<Grant> grants) {
        jdbc.sql("delete from account_grant where enterprise_id = ? and member_id = ?")
                .params(enterprise.value(), member.value())
                .update();
        insert(enterprise, member, grants);
    }

    @Override
    public void setSecret(EnterpriseId enterprise, MemberId member, Secret secret) {
        jdbc.sql("update account_member set password_hash = ?, password_once = ? where enterprise_id = ? and id = ?")
                .params(secret.passwordHash(), secret.once(), enterprise.value(), member.value())
                .update();
    }

    @Override
    public Contact contact(EnterpriseId enterprise, MemberId member) {
        return jdbc.sql("select email, phone from account_member where enterprise_id = ? and id = ?")
                .params(enterprise.value(), member.value())
                .query((row, _) -> new Contact(row.getString("email"), row.getString("phone")))
                .single();
    }

    private void insert(EnterpriseId enterprise, MemberId member, List<Grant> grants) {
        for (var grant : grants) {
            jdbc.sql("""
                            insert into account_grant (member_id, role_id, shop_id, enterprise_id)
                            values (?, ?, ?, ?)
                            """)
                    .params(member.value(), grant.role().value(), Everywhere.write(grant.shop()), enterprise.value())
                    .update();
        }
    }

    @Override
    public Optional<Credential> of(String enterpriseCode, String loginId) {
        return jdbc.sql("""
                        select m.id, m.enterprise_id, e.code, m.login_id, m.name, m.status, m.password_hash
                        from account_member m join account_enterprise e on e.id = m.enterprise_id
                        where e.code = ? and m.login_id = ?
                        """)
                .params(enterpriseCode, loginId)
                .query((row, _) -> new Credential(
                        new EnterpriseId(row.getLong("enterprise_id")),
                        new MemberId(row.getLong("id")),
                        row.getString("code") + ":" + row.getString("login_id"),
                        row.getString("name"),
                        row.getString("status").equals("ACTIVE"),
                        row.getString("password_hash")))
                .optional();
    }

    private void insert(Member member, LoginId login, Contact contact, Secret secret) {
        jdbc.sql("""
                        insert into account_member (id, enterprise_id, login_id, name, email, phone, main, status,
                            password_hash, password_once, created_at)
                        values (:id, :enterprise, :login, :name, :email, :phone, :main, :status, :hash, :once,
                            :createdAt)
                        """)
                .param("id", member.id().value())
                .param("enterprise", member.enterprise().value())
                .param("login", login.value())
                .param("name", member.name())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("main", member.main())
                .param("status", status(member))
                .param("hash", secret.passwordHash())
                .param("once", secret.once())
                .param("createdAt", Moments.write(member.createdAt()))
                .update();
    }

    private static String status(Member member) {
        return member.active() ? "ACTIVE" : "DISABLED";
    }
}
