package dev.fenliu.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fenliu.accounts.application.AcceptInvitation;
import dev.fenliu.accounts.application.Invite;
import dev.fenliu.accounts.application.KeepActivity;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.NewMember;
import dev.fenliu.accounts.domain.ActivityLog.Filter;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.Invitation;
import dev.fenliu.accounts.domain.InvitationWithdrawn;
import dev.fenliu.accounts.domain.LinkOver;
import dev.fenliu.accounts.domain.MayNotGrant;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.app.Browser;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.app.FreshEnterprises.Fresh;
import dev.fenliu.app.Hands;
import dev.fenliu.app.PostOffice;
import dev.fenliu.webchat.Surfer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations and forgotten passwords: what a link by mail opens, to whom, and how often. */
@FenliuTest
class WaysInTests {
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/(?:invitations|reset)/\\S+)");

    @RegisterExtension
    final Browser browser = new Browser();

    private final FreshEnterprises enterprises;
    private final Invite invite;
    private final AcceptInvitation acceptance;
    private final ManageMembers members;
    private final KeepActivity activity;
    private final PostOffice post;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private Fresh fresh;
    private Actor main;

    @LocalServerPort
    int port;

    @Autowired
    WaysInTests(
            FreshEnterprises enterprises,
            Invite invite,
            AcceptInvitation acceptance,
            ManageMembers members,
            KeepActivity activity,
            PostOffice post,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.enterprises = enterprises;
        this.invite = invite;
        this.acceptance = acceptance;
        this.members = members;
        this.activity = activity;
        this.post = post;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @BeforeEach
    void openTheEnterprise() {
        fresh = enterprises.open();
        main = new Actor(fresh.enterprise(), fresh.main(), "主帳號", "127.0.0.1");
    }

    @Test
    void whoeverIsInvitedByMailChoosesAPasswordAndBecomesAMember() {
        browser.expect("422");
        browser.expect("404");
        var page = browser.signedIn(fresh.code() + ":main");
        page.navigate("/platform/invitations");
        var hands = new Hands(page);
        hands.write("invite-email", mail("eve")).write("invite-name", "Eve").write("invite-login", "eve");
        hands.to("invite-role").press("End");
        hands.follow("invite-send");
        assertThat(page.getByTestId("invitation")).containsText("等待中");
        browser.axe(page);
        AccountPictures.take(page, "invitations");

        var link = linkIn(post.awaitMails(mail("eve"), 1).getFirst());
        var eve = browser.phone();
        eve.navigate(link);
        assertThat(eve.getByTestId("invitation-login")).hasText(fresh.code() + ":eve");
        browser.axe(eve);
        AccountPictures.take(eve, "invitation-phone");
        var fingers = new Hands(eve);
        assertThat(eve.getByTestId("password")).isFocused();
        fingers.write("password", "short").write("repeated", "short").press("Enter");
        assertThat(eve.locator("#password-problem")).containsText("至少 8 個字元");
        fingers.write("password", "a long walk by the sea")
                .write("repeated", "a long walk by the sea")
                .press("Enter");
        assertThat(eve.locator("#notices")).containsText("歡迎加入");
        assertThat(eve.locator("[name=username]")).hasValue(fresh.code() + ":eve");
        eve.locator("[name=password]").fill("a long walk by the sea");
        eve.locator("[name=password]").press("Enter");
        assertThat(eve.locator("h1")).hasText("賣家中心");

        eve.navigate(link);
        assertThat(eve.locator("main")).containsText("這個連結已經失效");
        page.navigate("/platform/invitations");
        assertThat(page.getByTestId("invitation")).containsText("已接受");
        assertThat(actions()).contains("invitation-made", "member-created");
    }

    @Test
    void ofManyWhoAcceptAtOnceOneBecomesTheMember() throws Exception {
        var link = secretIn(invited("eve"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 8)
                    .mapToObj(_ -> (Callable<Boolean>) () -> {
                        accept(link);
                        return true;
                    })
                    .toList();
            var outcomes = threads.invokeAll(tries);
            assertThat(outcomes)
                    .filteredOn(it -> it.state() == Future.State.SUCCESS)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(it -> it.state() == Future.State.FAILED)
                    .allSatisfy(it -> assertThat(it.exceptionNow()).isInstanceOf(LinkOver.class));
        }
    }

    @Test
    void anInvitationIsOverAfter72HoursOrWhenTakenBackAndItsOldLinkWhenSentAgain() {
        var link = secretIn(invited("eve"));
        var now = clock.instant();
        acceptance.show(link, now.plus(Duration.ofHours(72)).minusSeconds(60));
        assertOver(link, now.plus(Duration.ofHours(72)).plusSeconds(60));

        var id = invitation().id();
        invite.again(main, id, now);
        var second = secretIn(post.awaitMails(mail("eve"), 2).get(1));
        assertOver(link, now);
        acceptance.show(second, now);

        invite.revoke(main, id, now);
        assertOver(second, now);
        assertThat(actions()).contains("invitation-renewed", "invitation-revoked");
    }

    @Test
    void anInvitationGivesNothingThatItsGiverMayNotGiveAnyMore() {
        var manager = members.create(
                        fresh.actor(),
                        new NewMember(
                                "boss",
                                "Boss",
                                null,
                                null,
                                "fenliu-demo",
                                List.of(new NewMember.WishedRole("*", "管理員"))),
                        clock.instant())
                .member();
        var boss = new Actor(fresh.enterprise(), manager.id(), "Boss", "127.0.0.1");
        invite.invite(boss, wish("eve", "管理員"), clock.instant());
        var link = secretIn(post.awaitMails(mail("eve"), 1).getFirst());
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update account_member set status = 'DISABLED' where enterprise_id = ? and id = ?")
                    .params(fresh.enterprise().value(), manager.id().value())
                    .update();
            jdbc.sql("update account_enterprise set version = version + 1 where id = ?")
                    .param(fresh.enterprise().value())
                    .update();
        });

        assertThatThrownBy(() -> accept(link)).isInstanceOf(InvitationWithdrawn.class);
        assertThat(members.list(main)).noneMatch(it -> it.member().login().endsWith(":eve"));
    }

    @Test
    void whoeverCouldNotGiveWhatAnInvitationGivesNeitherHoldsItsLinkNorTakesItBack() {
        invite.invite(main, wish("eve", "管理員"), clock.instant());
        var link = secretIn(post.awaitMails(mail("eve"), 1).getFirst());
        var bob = managerOf("bob", "賣場S");
        var id = invitation().id();

        assertThatThrownBy(() -> invite.again(bob, id, clock.instant())).isInstanceOf(MayNotGrant.class);
        assertThatThrownBy(() -> invite.revoke(bob, id, clock.instant())).isInstanceOf(MayNotGrant.class);

        acceptance.show(link, clock.instant());
        var surfer = Surfer.signedIn(port, fresh.code() + ":bob");
        assertThat(surfer.get("/platform/invitations").body())
                .contains("data-testid=\"invitation\"")
                .doesNotContain("invitation-again", "invitation-revoke", "value=\"*\"");
        invite.invite(
                bob, new Invite.Wish(mail("finn"), "finn", "Finn", "zh-TW", List.of(agentOf("賣場S"))), clock.instant());
        invite.revoke(bob, invitation().id(), clock.instant());
    }

    @Test
    void whoeverAsksForMoreThanTheyMayGiveReadsSoBesideTheFieldAndKeepsWhatTheyTyped() {
        managerOf("bob", "賣場S");
        var bob = Surfer.signedIn(port, fresh.code() + ":bob");
        bob.get("/platform/invitations");
        var fields = Map.of("email", mail("finn"), "name", "芬恩", "loginId", "finn", "role", "聊聊客服", "shops", "*");

        var answer = bob.submit("/platform/invitations", fields);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"grants-problem\"", "value=\"芬恩\"", "value=\"finn\"");
    }

    @Test
    void whoeverIsInvitedUnderANameThatIsTakenByNowIsToldWhatToDo() {
        var link = linkIn(invited("eve"));
        enterprises.agent(fresh, "eve");
        var eve = new Surfer(port);
        eve.get(link);

        var answer = eve.submit(
                link,
                Map.of("name", "Eve", "password", "a long walk by the sea", "repeated", "a long walk by the sea"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("登入名稱「eve」已經有人使用了");
    }

    @Test
    void aLinkToResetIsOverOncePasswordOrAddressIsAnother() {
        withAddress("amy");
        var amy = members.list(main).getLast().member().id();
        var first = resetLink("amy", 1);
        members.resetPassword(main, amy, clock.instant());
        assertThat(new Surfer(port).get(first).status()).isEqualTo(404);

        var second = resetLink("amy", 2);
        members.change(
                main,
                amy,
                new MemberWish(null, "other@" + fresh.code() + ".example", null, null, null),
                clock.instant());
        assertThat(new Surfer(port).get(second).status()).isEqualTo(404);
    }

    @Test
    void whoeverChoseAPasswordByALinkNeedNotChooseAgain() {
        var wish = new NewMember("amy", "Amy", mail("amy"), null, null, List.of(new NewMember.WishedRole("*", "聊聊客服")));
        members.createWithOncePassword(main, wish, clock.instant());
        var link = resetLink("amy", 1);
        var amy = new Surfer(port);
        amy.get(link);
        amy.submit(link, Map.of("password", "a long walk by the sea", "repeated", "a long walk by the sea"));

        amy.get("/login");
        amy.submit("/login", Map.of("username", fresh.code() + ":amy", "password", "a long walk by the sea"));

        assertThat(amy.get("/seller").status()).isEqualTo(200);
    }

    @Test
    void eachInvitationIsMailedOnceHoweverOftenItIsTold() {
        invited("eve");
        var id = invitation().id();
        var again = new InvitationDue(fresh.enterprise(), id, 1, clock.instant());
        transaction.executeWithoutResult(_ -> {
            events.publishEvent(again);
            // Told apart by the moment alone: two that are equal would be one to the registry of events.
            events.publishEvent(new InvitationDue(
                    fresh.enterprise(), id, 1, again.occurredAt().plusMillis(1)));
        });
        awaitNothingLeftToDo();

        assertThat(post.mails(mail("eve"))).hasSize(1);
    }

    @Test
    void nobodyInvitesWithoutThePermissionOrToMoreThanTheyHold() {
        enterprises.agent(fresh, "amy");
        var amy = Surfer.signedIn(port, fresh.code() + ":amy");

        assertThat(amy.get("/platform/invitations").status()).isEqualTo(403);
    }

    @Test
    void aForgottenPasswordIsResetByMailAndEverySignInEnds() {
        withAddress("amy");
        var signedIn = Surfer.signedIn(port, fresh.code() + ":amy");
        var page = browser.window();
        page.navigate("/login");
        var hands = new Hands(page);
        hands.follow(page.getByText("忘記密碼"));
        hands.write("forgotten-name", fresh.code() + ":amy").press("Enter");
        assertThat(page.getByTestId("forgotten-answer")).isVisible();
        browser.axe(page);
        AccountPictures.take(page, "forgotten");

        var link = linkIn(post.awaitMails(mail("amy"), 1).getFirst());
        page.navigate(link);
        browser.axe(page);
        assertThat(page.getByTestId("password")).isFocused();
        hands.write("password", "a long walk by the sea")
                .write("repeated", "a long walk by the sea")
                .press("Enter");
        assertThat(page.locator("#notices")).containsText("密碼已經變更");

        assertThat(signedIn.get("/seller").status()).isEqualTo(302);
        var surfer = new Surfer(port);
        assertThat(surfer.get(link).status()).isEqualTo(404);
        surfer.get("/login");
        assertThat(surfer.submit("/login", Map.of("username", fresh.code() + ":amy", "password", "fenliu-demo"))
                        .status())
                .isEqualTo(401);
        assertThat(actions()).contains("own-password-reset");
    }

    @Test
    void theAnswerIsTheSameForEveryNameAndOnlyTheRightOneGetsAMail() {
        withAddress("amy");
        enterprises.agent(fresh, "ben");
        var answers = List.of(fresh.code() + ":amy", fresh.code() + ":ben", "nobody:nowhere", "'; --").stream()
                .map(this::forget)
                .toList();

        assertThat(answers).extracting(Surfer.Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(it -> it.body().replaceAll("value=\"[^\"]*\"", ""))
                .containsOnly(answers.getFirst().body().replaceAll("value=\"[^\"]*\"", ""));
        awaitNothingLeftToDo();
        assertThat(post.mails(mail("amy"))).hasSize(1);
    }

    @Test
    void eachRequestForAResetIsAnsweredOnceHoweverOftenItIsTold() {
        withAddress("amy");
        var forgotten = new PasswordForgotten(clock.instant().toEpochMilli(), fresh.code() + ":amy", clock.instant());
        for (var time = 0; time < 2; time++) {
            transaction.executeWithoutResult(_ -> events.publishEvent(forgotten));
            awaitNothingLeftToDo();
        }

        assertThat(post.mails(mail("amy"))).hasSize(1);
    }

    private Invitation invitation() {
        return invite.of(main).invitations().getFirst().invitation();
    }

    private Actor managerOf(String login, String shop) {
        var wish =
                new NewMember(login, login, null, null, "fenliu-demo", List.of(new NewMember.WishedRole(shop, "管理員")));
        var made = members.create(fresh.actor(), wish, clock.instant()).member();
        return new Actor(fresh.enterprise(), made.id(), login, "127.0.0.1");
    }

    private static GrantWish agentOf(String shop) {
        return new GrantWish(shop, "聊聊客服");
    }

    private String resetLink(String login, int mails) {
        forget(fresh.code() + ":" + login);
        return linkIn(post.awaitMails(mail(login), mails).getLast());
    }

    private String invited(String login) {
        invite.invite(main, wish(login, "聊聊客服"), clock.instant());
        return post.awaitMails(mail(login), 1).getFirst();
    }

    private Invite.Wish wish(String login, String role) {
        return new Invite.Wish(mail(login), login, login, "zh-TW", List.of(new GrantWish("*", role)));
    }

    private void accept(String secret) {
        acceptance.accept(secret, "Eve", "a long walk by the sea", "127.0.0.1", clock.instant());
    }

    private void assertOver(String secret, java.time.Instant now) {
        assertThatThrownBy(() -> acceptance.show(secret, now)).isInstanceOf(LinkOver.class);
    }

    private void withAddress(String login) {
        members.create(
                fresh.actor(),
                new NewMember(
                        login, login, mail(login), null, "fenliu-demo", List.of(new NewMember.WishedRole("*", "聊聊客服"))),
                clock.instant());
    }

    private Surfer.Answer forget(String login) {
        var surfer = new Surfer(port);
        surfer.get("/forgotten");
        return surfer.submit("/forgotten", Map.of("username", login));
    }

    private void awaitNothingLeftToDo() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> transaction.execute(_ -> jdbc.sql("select count(*) from EVENT_PUBLICATION")
                                .query(Integer.class)
                                .single())
                        == 0);
    }

    private String mail(String login) {
        return login + "@" + fresh.code() + ".example";
    }

    private static String linkIn(String mail) {
        var link = LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String secretIn(String mail) {
        return linkIn(mail).replaceAll(".*/", "");
    }

    private List<String> actions() {
        return activity.lines(fresh.actor(), new Filter(null, null, null, null, null, null), 50).stream()
                .map(it -> it.action())
                .toList();
    }
}
