package dev.fenliu.accounts.persistence;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.domain.ApiTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiTokens implements ApiTokens {
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    JdbcApiTokens(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public void put(ApiToken token, byte[] hash, Instant createdAt) {
        jdbc.sql("delete from account_token where enterprise_id = ? and name = ?")
                .params(token.enterprise().value(), token.name())
                .update();
        jdbc.sql("""
                        insert into account_token (id, enterprise_id, name, hash, scopes, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        token.id(),
                        token.enterprise().value(),
                        token.name(),
                        hash,
                        token.scopes().stream().map(Scope::name).sorted().collect(joining(",")),
                        Moments.write(createdAt))
                .update();
    }

    @Override
    public List<Listed> of(EnterpriseId enterprise) {
        return jdbc.sql("""
                        select id, enterprise_id, name, scopes, created_at, last_used_at from account_token
                        where enterprise_id = ? order by created_at, id
                        """)
                .param(enterprise.value())
                .query((row, _) ->
                        new Listed(token(row), Moments.read(row, "created_at"), Moments.readIfAny(row, "last_used_at")))
                .list();
    }

    @Override
    public void remove(EnterpriseId enterprise, long token) {
        jdbc.sql("delete from account_token where enterprise_id = ? and id = ?")
                .params(enterprise.value(), token)
                .update();
    }

    @Override
    public void used(Map<Long, Instant> uses) {
        batch.batchUpdate(
                "update /* of every enterprise */ account_token set last_used_at = ? where id = ?",
                uses.entrySet().stream()
                        .map(use -> new Object[] {Moments.write(use.getValue()), use.getKey()})
                        .toList());
    }

    @Override
    public Optional<Shown> hashed(byte[] hash) {
        return jdbc.sql("""
                        select /* of every enterprise */ t.id, t.enterprise_id, t.name, t.scopes, e.version
                        from account_token t join account_enterprise e on e.id = t.enterprise_id where t.hash = ?
                        """)
                .param(hash)
                .query((row, _) -> new Shown(token(row), row.getLong("version")))
                .optional();
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                new EnterpriseId(row.getLong("enterprise_id")),
                row.getString("name"),
                Arrays.stream(row.getString("scopes").split(",", -1))
                        .map(Scope::valueOf)
                        .collect(toUnmodifiableSet()));
    }
}
