package dev.fenliu.accounts.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.domain.ImportRow;
import dev.fenliu.accounts.domain.ImportRow.Problem;
import dev.fenliu.accounts.domain.ImportSecret;
import dev.fenliu.accounts.domain.Imports;
import dev.fenliu.accounts.domain.MemberImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcImports implements Imports {
    private static final int PLAIN = 64;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Vault vault;

    JdbcImports(JdbcClient jdbc, JdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    @Override
    public void add(MemberImport file, List<ImportRow> rows) {
        var enterprise = file.enterprise().value();
        var member = Objects.requireNonNull(file.actor().member()).value();
        jdbc.sql("delete from account_import where enterprise_id = ? and member_id = ? and state = 'CHECKED'")
                .params(enterprise, member)
                .update();
        jdbc.sql("""
                        insert into account_import (id, enterprise_id, member_id, actor_name, address, file_name, state,
                            secret, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        file.id(),
                        enterprise,
                        member,
                        file.actor().name(),
                        file.actor().address(),
                        file.fileName(),
                        file.state().name(),
                        sealed(Objects.requireNonNull(file.secret())),
                        Moments.write(file.createdAt()))
                .update();
        batches.batchUpdate("""
                insert into account_import_row (import_id, line, enterprise_id, login_id, name, email, phone, roles,
                    state, problem, about)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows.stream().map(row -> values(file, row)).toList());
    }

    @Override
    public Optional<MemberImport> find(EnterpriseId enterprise, long id) {
        return jdbc.sql("select * from account_import where enterprise_id = ? and id = ?")
                .params(enterprise.value(), id)
                .query((row, _) -> file(row))
                .optional();
    }

    @Override
    public Optional<MemberImport> lock(EnterpriseId enterprise, long id) {
        return jdbc.sql("select * from account_import where enterprise_id = ? and id = ? for update")
                .params(enterprise.value(), id)
                .query((row, _) -> file(row))
                .optional();
    }

    @Override
    public void save(MemberImport file) {
        jdbc.sql("""
                        update account_import set state = :state, secret = :secret, finished_at = :finished
                        where enterprise_id = :enterprise and id = :id
                        """)
                .param("state", file.state().name())
                .param("secret", file.secret() == null ? null : sealed(file.secret()))
                .param("finished", file.finishedAt() == null ? null : Moments.write(file.finishedAt()))
                .param("enterprise", file.enterprise().value())
                .param("id", file.id())
                .update();
    }

    @Override
    public List<ImportRow> rows(EnterpriseId enterprise, long id, ImportRow.State state, int limit) {
        return jdbc.sql("""
                        select * from account_import_row
                        where enterprise_id = ? and import_id = ? and state = ? order by line limit ?
                        """)
                .params(enterprise.value(), id, state.name(), limit)
                .query((row, _) -> row(row))
                .list();
    }

    @Override
    public List<ImportRow> rows(EnterpriseId enterprise, long id) {
        return jdbc.sql("select * from account_import_row where enterprise_id = ? and import_id = ? order by line")
                .params(enterprise.value(), id)
                .query((row, _) -> row(row))
                .list();
    }

    @Override
    public void save(EnterpriseId enterprise, long id, List<ImportRow> rows) {
        batches.batchUpdate(
                """
                update account_import_row set state = ?, problem = ?, about = ?
                where enterprise_id = ? and import_id = ? and line = ?""",
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            row.state().name(),
                            row.problem() == null ? null : row.problem().code(),
                            row.problem() == null ? null : cut(row.problem().about(), 200),
                            enterprise.value(),
                            id,
                            row.line()
                        })
                        .toList());
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql(
                        "update /* of every enterprise */ account_import set secret = null where finished_at < ? and secret is not null")
                .param(Moments.write(before))
                .update();
        jdbc.sql("delete /* of every enterprise */ from account_import where state = 'CHECKED' and created_at < ?")
                .param(Moments.write(before))
                .update();
    }

    @Override
    public Map<ImportRow.State, Integer> counts(EnterpriseId enterprise, long id) {
        var counts = new EnumMap<ImportRow.State, Integer>(ImportRow.State.class);
        jdbc.sql("""
                        select state, count(*) as many from account_import_row
                        where enterprise_id = ? and import_id = ? group by state
                        """).params(enterprise.value(), id).query(row -> {
            counts.put(ImportRow.State.valueOf(row.getString("state")), row.getInt("many"));
        });
        return counts;
    }

    @Override
    public List<MemberImport> of(EnterpriseId enterprise, MemberId member, int limit) {
        return jdbc.sql(
                        "select * from account_import where enterprise_id = ? and member_id = ? order by id desc limit ?")
                .params(enterprise.value(), member.value(), limit)
                .query((row, _) -> file(row))
                .list();
    }

    private static @Nullable Object[] values(MemberImport file, ImportRow row) {
        return new @Nullable Object[] {
            file.id(),
            row.line(),
            file.enterprise().value(),
            cut(row.login(), 100),
            cut(row.name(), 200),
            cut(row.email(), 300),
            cut(row.phone(), 100),
            cut(row.roles(), ImportRow.LONGEST_ROLES),
            row.state().name(),
            row.problem() == null ? null : row.problem().code(),
            row.problem() == null ? null : cut(row.problem().about(), 200)
        };
    }

    // What is longer was refused for that; its beginning is enough to find it again.
    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    private String sealed(ImportSecret secret) {
        return Base64.getEncoder().encodeToString(vault.seal(secret.value().getBytes(US_ASCII)));
    }

    private ImportSecret opened(String sealed) {
        // One from before they were sealed is gone within a day.
        if (sealed.length() == PLAIN) return new ImportSecret(sealed);
        return new ImportSecret(new String(vault.open(Base64.getDecoder().decode(sealed)), US_ASCII));
    }

    private MemberImport file(ResultSet row) throws SQLException {
        var secret = row.getString("secret");
        return new MemberImport(
                row.getLong("id"),
                new Actor(
                        new EnterpriseId(row.getLong("enterprise_id")),
                        new MemberId(row.getLong("member_id")),
                        row.getString("actor_name"),
                        row.getString("address")),
                row.getString("file_name"),
                MemberImport.State.valueOf(row.getString("state")),
                secret == null ? null : opened(secret),
                Moments.read(row, "created_at"),
                row.getObject("finished_at") == null ? null : Moments.read(row, "finished_at"));
    }

    private static ImportRow row(ResultSet row) throws SQLException {
        var problem = row.getString("problem");
        return new ImportRow(
                row.getInt("line"),
                row.getString("login_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("roles"),
                ImportRow.State.valueOf(row.getString("state")),
                problem == null ? null : new Problem(problem, row.getString("about")));
    }
}
