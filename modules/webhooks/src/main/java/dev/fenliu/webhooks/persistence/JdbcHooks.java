package dev.fenliu.webhooks.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Seals;
import dev.fenliu.webhooks.HookId;
import dev.fenliu.webhooks.domain.Hook;
import dev.fenliu.webhooks.domain.HookAddress;
import dev.fenliu.webhooks.domain.HookSecret;
import dev.fenliu.webhooks.domain.Hooks;
import dev.fenliu.webhooks.domain.Receiver;
import dev.fenliu.webhooks.domain.Topic;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHooks implements Hooks {
    private final JdbcClient jdbc;
    private final Seals seals;

    JdbcHooks(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    @Override
    public List<Hook> of(EnterpriseId enterprise) {
        return jdbc.sql("select id, url, topics, created_at from webhook_hook where enterprise_id = ? order by id")
                .param(enterprise.value())
                .query((row, _) -> new Hook(
                        new HookId(row.getLong("id")),
                        new HookAddress(row.getString("url")),
                        topics(row.getString("topics")),
                        Moments.read(row, "created_at")))
                .list();
    }

    @Override
    public void add(EnterpriseId enterprise, Hook hook, HookSecret secret) {
        jdbc.sql("""
                        insert into webhook_hook (id, enterprise_id, url, topics, secret, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        hook.id().value(),
                        enterprise.value(),
                        hook.address().value(),
                        hook.topics().stream().map(Topic::name).sorted().collect(joining(",")),
                        seals.seal(secret.value().getBytes(UTF_8)),
                        Moments.write(hook.createdAt()))
                .update();
    }

    @Override
    public void remove(EnterpriseId enterprise, HookId hook) {
        jdbc.sql("delete from webhook_hook where enterprise_id = ? and id = ?")
                .params(enterprise.value(), hook.value())
                .update();
    }

    @Override
    public Optional<Receiver> receiver(EnterpriseId enterprise, HookId hook) {
        return jdbc.sql("select url, secret from webhook_hook where enterprise_id = ? and id = ?")
                .params(enterprise.value(), hook.value())
                .query((row, _) -> new Receiver(
                        enterprise,
                        hook,
                        new HookAddress(row.getString("url")),
                        new HookSecret(new String(seals.open(row.getBytes("secret")), UTF_8))))
                .optional();
    }

    private static Set<Topic> topics(String stored) {
        return Arrays.stream(stored.split(",", -1))
                .map(Topic::valueOf)
                .collect(toCollection(() -> EnumSet.noneOf(Topic.class)));
    }
}
