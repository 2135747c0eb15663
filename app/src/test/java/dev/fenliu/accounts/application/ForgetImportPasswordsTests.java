package dev.fenliu.accounts.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.domain.ImportRow;
import dev.fenliu.accounts.domain.MemberImport.State;
import dev.fenliu.accounts.domain.PasswordsHandedOver;
import dev.fenliu.accounts.domain.UnknownImport;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the passwords of an import that nobody fetches. */
@FenliuTest
class ForgetImportPasswordsTests {
    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    BeginImport imports;

    @Autowired
    ForgetImportPasswords forgetful;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Actor main;
    private long file;

    @BeforeEach
    void checkAFile() {
        var fresh = enterprises.open();
        main = new Actor(fresh.enterprise(), fresh.main(), "主帳號", "127.0.0.1");
        var rows = List.of(ImportRow.typed(2, "amy", "Amy", "", "", "聊聊客服@*"));
        file = imports.check(main, "one.csv", rows, clock.instant());
    }

    @Test
    void theyLieSealedAndAreGoneADayAfterTheEnd() {
        assertThat(secret()).isNotNull().doesNotMatch("[0-9a-f]{64}");
        imports.start(main, file);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> imports.of(main, file).file().state() == State.DONE);

        back("finished_at", Duration.ofHours(24).minusMinutes(1));
        forgetful.forget();
        assertThat(secret()).isNotNull();
        back("finished_at", Duration.ofMinutes(2));
        forgetful.forget();

        assertThat(secret()).isNull();
        assertThatThrownBy(() -> imports.handOver(main, file)).isInstanceOf(PasswordsHandedOver.class);
    }

    @Test
    void aFileThatNobodyStartsIsGoneAfterADay() {
        back("created_at", Duration.ofHours(24).minusMinutes(1));
        forgetful.forget();
        assertThat(imports.of(main, file).ready()).isOne();
        back("created_at", Duration.ofMinutes(2));
        forgetful.forget();

        assertThatThrownBy(() -> imports.start(main, file)).isInstanceOf(UnknownImport.class);
    }

    private void back(String column, Duration time) {
        transaction.executeWithoutResult(_ -> jdbc.sql(
                        "update account_import set %s = %s - interval ? second where id = ?".formatted(column, column))
                .params(time.toSeconds(), file)
                .update());
    }

    private @Nullable String secret() {
        return jdbc.sql("select secret from account_import where id = ?")
                .param(file)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
