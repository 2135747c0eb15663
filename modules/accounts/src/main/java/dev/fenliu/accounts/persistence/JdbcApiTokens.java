package dev.fenliu.accounts.persistence;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.domain.ApiTokens;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiTokens implements ApiTokens {
    private final JdbcClient jdbc;

    JdbcApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    public Optional<ApiToken> hashed(byte[] hash) {
        return jdbc.sql(
                        "select /* of every enterprise */ id, enterprise_id, name, scopes from account_token where hash = ?")
                .param(hash)
                .query((row, _) -> new ApiToken(
                        row.getLong("id"),
                        new EnterpriseId(row.getLong("enterprise_id")),
                        row.getString("name"),
                        Arrays.stream(row.getString("scopes").split(",", -1))
                                .map(Scope::valueOf)
                                .collect(toUnmodifiableSet())))
                .optional();
    }
}
