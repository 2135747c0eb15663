package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.Invitation;
import dev.fenliu.accounts.domain.Invitations;
import dev.fenliu.accounts.domain.LoginId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcInvitations implements Invitations {
    private static final TypeReference<List<GrantWish>> GRANTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcInvitations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(Invitation invitation) {
        jdbc.sql("""
                        insert into account_invitation (id, enterprise_id, email, login_id, name, language, grants,
                            invited_by, round, sent_round, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        invitation.id(),
                        invitation.enterprise().value(),
                        invitation.email(),
                        invitation.login().value(),
                        invitation.name(),
                        invitation.language(),
                        json.writeValueAsString(invitation.grants()),
                        invitation.invitedBy().value(),
                        invitation.round(),
                        invitation.sentRound(),
                        Moments.write(invitation.createdAt()),
                        Moments.write(invitation.expiresAt()))
                .update();
    }

    @Override
    public void save(Invitation invitation) {
        var end = invitation.end();
        jdbc.sql("""
                        update account_invitation
                        set round = :round, sent_round = :sent, expires_at = :expires, ended_as = :end
                        where enterprise_id = :enterprise and id = :id
                        """)
                .param("round", invitation.round())
                .param("sent", invitation.sentRound())
                .param("expires", Moments.write(invitation.expiresAt()))
                .param("end", end == null ? null : end.name())
                .param("enterprise", invitation.enterprise().value())
                .param("id", invitation.id())
                .update();
    }

    @Override
    public void setLink(EnterpriseId enterprise, long invitation, byte[] hash) {
        jdbc.sql("update account_invitation set hash = ? where enterprise_id = ? and id = ?")
                .params(hash, enterprise.value(), invitation)
                .update();
    }

    @Override
    public List<Invitation> of(EnterpriseId enterprise) {
        return jdbc.sql("select * from account_invitation where enterprise_id = ? order by id desc limit 500")
                .param(enterprise.value())
                .query((row, _) -> invitation(row))
                .list();
    }

    @Override
    public Optional<Invitation> locked(EnterpriseId enterprise, long invitation) {
        return jdbc.sql("select * from account_invitation where enterprise_id = ? and id = ? for update")
                .params(enterprise.value(), invitation)
                .query((row, _) -> invitation(row))
                .optional();
    }

    @Override
    public Optional<Invitation> linked(byte[] hash) {
        return jdbc.sql("select /* of every enterprise */ * from account_invitation where hash = ?")
                .param(hash)
                .query((row, _) -> invitation(row))
                .optional();
    }

    @Override
    public void forgetExpiredBefore(EnterpriseId enterprise, Instant instant) {
        jdbc.sql("delete from account_invitation where enterprise_id = ? and expires_at < ?")
                .params(enterprise.value(), Moments.write(instant))
                .update();
    }

    private Invitation invitation(ResultSet row) throws SQLException {
        var end = row.getString("ended_as");
        return new Invitation(
                row.getLong("id"),
                new EnterpriseId(row.getLong("enterprise_id")),
                row.getString("email"),
                new LoginId(row.getString("login_id")),
                row.getString("name"),
                row.getString("language"),
                json.readValue(row.getString("grants"), GRANTS),
                new MemberId(row.getLong("invited_by")),
                row.getInt("round"),
                row.getInt("sent_round"),
                Moments.read(row, "created_at"),
                Moments.read(row, "expires_at"),
                end == null ? null : Invitation.End.valueOf(end));
    }
}
