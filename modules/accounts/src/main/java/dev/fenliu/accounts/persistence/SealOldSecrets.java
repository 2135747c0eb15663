package dev.fenliu.accounts.persistence;

import dev.fenliu.accounts.domain.Octets;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals, at the start, the authenticators' secrets of a database from before they were sealed. */
@Component
class SealOldSecrets implements ApplicationRunner {
    private final JdbcClient jdbc;
    private final Vault vault;

    SealOldSecrets(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        record Old(long member, Octets secret) {}
        jdbc.sql(
                        "select /* of every enterprise */ member_id, secret from account_authenticator where length(secret) < ?")
                .param(Vault.shortest())
                .query((row, _) -> new Old(row.getLong("member_id"), new Octets(row.getBytes("secret"))))
                .list()
                // Another instance that starts just now may have been first.
                .forEach(old -> jdbc.sql(
                                "update /* of every enterprise */ account_authenticator set secret = ? where member_id = ? and secret = ?")
                        .params(
                                vault.seal(old.secret().toArray()),
                                old.member(),
                                old.secret().toArray())
                        .update());
    }
}
