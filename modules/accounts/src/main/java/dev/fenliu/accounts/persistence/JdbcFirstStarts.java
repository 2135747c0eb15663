package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.domain.FirstStarts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFirstStarts implements FirstStarts {
    private final JdbcClient jdbc;

    JdbcFirstStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(byte[] hash, Instant createdAt) {
        jdbc.sql("insert into account_first_start (hash, created_at) values (?, ?)")
                .params(hash, Moments.write(createdAt))
                .update();
    }

    @Override
    public boolean knows(byte[] hash, Instant createdSince) {
        return among(hashes("select hash from account_first_start where created_at >= ?", createdSince), hash);
    }

    // All of them, so that two who hold different links wait for each other too.
    @Override
    public boolean locks(byte[] hash, Instant createdSince) {
        return among(
                hashes("select hash from account_first_start where created_at >= ? for update", createdSince), hash);
    }

    @Override
    public void removeAll() {
        jdbc.sql("delete from account_first_start").update();
    }

    private List<byte[]> hashes(String query, Instant createdSince) {
        return jdbc.sql(query)
                .param(Moments.write(createdSince))
                .query((row, _) -> row.getBytes("hash"))
                .list();
    }

    private static boolean among(List<byte[]> hashes, byte[] hash) {
        return hashes.stream().anyMatch(it -> Arrays.equals(it, hash));
    }
}
