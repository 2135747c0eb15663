package dev.fenliu.accounts.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.application.OpenEnterprise.Opening;
import dev.fenliu.accounts.domain.EnterpriseCode;
import dev.fenliu.accounts.domain.Enterprises;
import dev.fenliu.accounts.domain.FirstStarts;
import dev.fenliu.accounts.domain.LinkOver;
import dev.fenliu.accounts.domain.PasswordGuessable;
import dev.fenliu.app.FenliuTest;
import dev.fenliu.webchat.Surfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The link that opens the first enterprise account, on a database that is made to look as if there were none. */
@FenliuTest
class FirstStartTests {
    private final FirstStarts links;
    private final OpenEnterprise opening;
    private final Passwords passwords;
    private final FirstStart start;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private FirstStart empty;
    private Instant now;

    @LocalServerPort
    int port;

    @Autowired
    FirstStartTests(
            FirstStarts links,
            OpenEnterprise opening,
            Passwords passwords,
            FirstStart start,
            TransactionTemplate transaction,
            Clock clock) {
        this.links = links;
        this.opening = opening;
        this.passwords = passwords;
        this.start = start;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void forgetTheEnterprises() {
        empty = new FirstStart(links, new NoEnterprises(), opening, passwords);
        now = clock.instant();
    }

    @AfterEach
    void forgetTheLinks() {
        transaction.executeWithoutResult(_ -> links.removeAll());
    }

    @Test
    void theLinkOpensTheEnterpriseOnce() {
        var link = printed();
        transaction.executeWithoutResult(_ -> empty.open(link, wish("first" + now.toEpochMilli()), now));

        assertThat(opening.opened("first" + now.toEpochMilli())).isPresent();
        assertThatThrownBy(() -> open(link, "second")).isInstanceOf(LinkOver.class);
        assertThat(opening.opened("second")).isEmpty();
    }

    @Test
    void ofManyWhoUseItAtOnceOneSucceeds() throws Exception {
        var one = printed();
        var other = printed();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<String>) () -> {
                        open(number % 2 == 0 ? one : other, "race" + number + "-" + now.toEpochMilli() % 100_000);
                        return "opened";
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
    void theLinkIsGoodForADayAndAsksForAPasswordThatIsNotGuessed() {
        var link = printed();

        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(_ -> empty.requireGood(link, now.plus(Duration.ofHours(25)))))
                .isInstanceOf(LinkOver.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ ->
                        empty.open(link, new Opening("weak", "企業", ZoneId.of("Asia/Taipei"), "主帳號", "password1"), now)))
                .isInstanceOf(PasswordGuessable.class);
        transaction.executeWithoutResult(_ -> empty.requireGood(link, now));
    }

    @Test
    void noLinkIsPrintedAndNoneIsGoodOnceThereIsAnEnterprise() {
        var link = printed();

        assertThat(new Surfer(port).get("/start/" + link).status()).isEqualTo(404);
        assertThat(start.link(now)).isEmpty();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> empty.requireGood(link, now)))
                .isInstanceOf(LinkOver.class);
    }

    private String printed() {
        return transaction.execute(_ -> empty.link(now)).orElseThrow();
    }

    private void open(String link, String code) {
        transaction.executeWithoutResult(_ -> empty.open(link, wish(code), now));
    }

    private static Opening wish(String code) {
        return new Opening(code, "企業", ZoneId.of("Asia/Taipei"), "主帳號", "a long walk by the sea");
    }

    /** Of all that is asked of enterprises here, only whether there is any. */
    private static final class NoEnterprises implements Enterprises {
        @Override
        public boolean any() {
            return false;
        }

        @Override
        public void add(Enterprise enterprise, Instant createdAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<EnterpriseId> coded(EnterpriseCode code) {
            throw new UnsupportedOperationException();
        }
    }
}
