package dev.fenliu.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.fenliu.accounts.application.BeginImport;
import dev.fenliu.accounts.application.BeginImport.Result;
import dev.fenliu.accounts.application.ImportMembers;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.SignIn;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.ImportRow;
import dev.fenliu.accounts.domain.MemberImport.State;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.accounts.domain.PasswordsHandedOver;
import dev.fenliu.accounts.domain.UnknownImport;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.Hands;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many members at once. */
@FenliuTest
class ImportTests {
    @RegisterExtension
    final Browser browser = new Browser();

    @Autowired
    FreshEnterprises enterprises;

    @Autowired
    BeginImport imports;

    @Autowired
    ImportMembers work;

    @Autowired
    ManageMembers members;

    @Autowired
    SignIn signIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Fresh fresh;
    private Actor main;

    @BeforeEach
    void openTheEnterprise() {
        fresh = enterprises.open();
        main = new Actor(fresh.enterprise(), fresh.main(), "主帳號", "127.0.0.1");
    }

    @Test
    void aFileIsLookedThroughThenItsMembersAreCreatedAndTheirPasswordsHandedOverOnce() throws Exception {
        enterprises.agent(fresh, "taken");
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/members/imports/new");
        browser.axe(page);
        AccountPictures.take(page, "import-new");
        var file = Stream.of(
                        "\uFEFF登入名稱;姓名;角色;電話",
                        "amy;艾咪;聊聊客服@*;'+886912345678",
                        "ben;Ben;聊聊客服@賣場S；財務@賣場S;",
                        "amy;Double;;",
                        "taken;Taken;;",
                        "no spaces;X;;",
                        "cara;;;",
                        "dan;Dan;船長@*;",
                        "eve;Eve;聊聊客服@火星;",
                        "finn;Finn;聊聊客服;")
                .collect(joining("\r\n"));
        var hands = new Hands(page);
        page.waitForFileChooser(() -> hands.follow("import-file"))
                .setFiles(new FilePayload("團隊.csv", "text/csv", file.getBytes(UTF_8)));
        hands.follow("import-check");

        assertThat(page.getByTestId("import-problem")).hasCount(7);
        assertThat(page.getByTestId("import-problem").nth(0)).containsText("第 2 列");
        assertThat(page.getByTestId("import-problem").nth(1)).containsText("已經有人使用");
        assertThat(page.getByTestId("import-problem").nth(6)).containsText("角色@賣場");
        browser.axe(page);
        AccountPictures.take(page, "import-checked");
        page.reload();
        hands.follow("import-start");

        assertThat(page.locator("#import[data-state=DONE]")).isVisible();
        browser.axe(page);
        AccountPictures.take(page, "import-done");
        var download = page.waitForDownload(() -> hands.follow("import-passwords"));
        var lines = Files.readString(download.path()).lines().toList();
        assertThat(lines).hasSize(10);
        var amy = lines.get(1).split(",", -1);
        assertThat(amy[1]).isEqualTo(fresh.code() + ":amy");
        assertThat(signIn.with(fresh.code() + ":amy", amy[4])).isPresent();
        assertThat(signIn.with(fresh.code() + ":amy", "wrong")).isEmpty();
        page.reload();
        assertThat(page.getByTestId("import-handed-over")).isVisible();
        assertThat(members.list(main))
                .extracting(it -> it.member().name())
                .containsExactly("主帳號", "taken", "艾咪", "Ben");
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        browser.expect("422");
        var page = browser.signedIn(fresh.code() + ":main");
        upload(page, "姓名\nAmy".getBytes(UTF_8));
        assertThat(page.locator("#file-problem")).containsText("登入名稱");
        upload(page, new byte[] {(byte) 0xA4, (byte) 0xE5, ',', '\n'});
        assertThat(page.locator("#file-problem")).containsText("UTF-8");
        upload(page, ("login,name\n" + "a,b\n".repeat(5_001)).getBytes(UTF_8));
        assertThat(page.locator("#file-problem")).containsText("5,000");
    }

    @Test
    void fiveThousandMembersAreCreatedOnceEachWhoeverGoesOnWithIt() throws Exception {
        var rows = IntStream.rangeClosed(1, 5_000)
                .mapToObj(it -> ImportRow.typed(it + 1, "m" + it, "成員 " + it, "", "", "聊聊客服@*"))
                .toList();
        var id = imports.check(main, "big.csv", rows, clock.instant());
        imports.start(main, id);
        imports.start(main, id);

        // As after a crash that was none: several instances go on with the same job.
        Callable<Boolean> goOn = () -> {
            while (work.goOn(fresh.enterprise(), id, clock.instant())) {}
            return true;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.of(goOn, goOn));
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> imports.of(main, id).file().state() == State.DONE);
        assertThat(imports.of(main, id).created()).isEqualTo(5_000);
        assertThat(count("select count(*) from account_member where enterprise_id = ?"))
                .isEqualTo(5_001);
        assertThat(count("select count(*) from account_grant where enterprise_id = ?"))
                .isEqualTo(5_000);
        assertThat(count("select count(*) from account_activity where enterprise_id = ? and action = 'member-created'"))
                .isEqualTo(5_000);
        var results = imports.handOver(main, id);
        assertThat(results).extracting(it -> it.password()).doesNotContainNull();
        assertThat(results.stream().map(it -> password(it)).distinct()).hasSize(5_000);
        assertThat(signIn.with(fresh.code() + ":m4999", password(results.get(4_998))))
                .isPresent();
        assertThatThrownBy(() -> imports.handOver(main, id)).isInstanceOf(PasswordsHandedOver.class);
    }

    @Test
    void aBitThatIsInterruptedLeavesNothingAndIsDoneAgain() {
        var rows =
                List.of(ImportRow.typed(2, "amy", "Amy", "", "", ""), ImportRow.typed(3, "ben", "Ben", "", "", "財務@*"));
        var id = imports.check(main, "two.csv", rows, clock.instant());
        transaction.executeWithoutResult(_ -> jdbc.sql("update account_import set state = 'RUNNING' where id = ?")
                .param(id)
                .update());

        transaction.executeWithoutResult(status -> {
            assertThat(work.goOn(fresh.enterprise(), id, clock.instant())).isTrue();
            status.setRollbackOnly();
        });
        assertThat(members.list(main)).hasSize(1);
        assertThat(imports.of(main, id).done()).isZero();

        while (work.goOn(fresh.enterprise(), id, clock.instant())) {}
        assertThat(members.list(main)).hasSize(3);
        assertThat(imports.of(main, id).file().state()).isEqualTo(State.DONE);
    }

    @Test
    void nobodyElseSeesAnImportAndRightsThatWereLostMeanwhileCount() {
        var boss = enterprises.agent(fresh, "boss");
        var bossActor = new Actor(fresh.enterprise(), boss, "boss", "127.0.0.1");
        transaction.executeWithoutResult(_ -> members.change(
                fresh.actor(), boss, MemberWish.roles(List.of(new GrantWish("*", "管理員"))), clock.instant()));
        var id = imports.check(
                bossActor, "one.csv", List.of(ImportRow.typed(2, "amy", "Amy", "", "", "")), clock.instant());
        assertThatThrownBy(() -> imports.of(main, id)).isInstanceOf(UnknownImport.class);

        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update account_import set state = 'RUNNING' where id = ?")
                    .param(id)
                    .update();
        });
        members.change(fresh.actor(), boss, MemberWish.active(false), clock.instant());
        while (work.goOn(fresh.enterprise(), id, clock.instant())) {}

        assertThat(members.list(main)).noneMatch(it -> it.member().name().equals("Amy"));
    }

    private static void upload(Page page, byte[] bytes) {
        page.navigate("/platform/members/imports/new");
        page.getByTestId("import-file").setInputFiles(new FilePayload("x.csv", "text/csv", bytes));
        page.getByTestId("import-check").click();
    }

    private static String password(Result result) {
        return requireNonNull(result.password()).value();
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .param(fresh.enterprise().value())
                .query(Integer.class)
                .single();
    }
}
