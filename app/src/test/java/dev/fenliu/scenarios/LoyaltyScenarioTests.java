package dev.fenliu.scenarios;

import static dev.fenliu.scenarios.Who.M;
import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios 9, 10 and 21: buyers who come back. */
@FenliuTest
class LoyaltyScenarioTests {
    @Autowired
    Shops shops;

    private TheShop shop;
    private TheShop.Buyer buyer;

    @BeforeEach
    void openTheShop() {
        shop = shops.open();
        buyer = shop.aBuyer();
    }

    @Test
    void scenario9WithinSeventyTwoHoursABuyerReturnsToTheLastHandlerHoweverBusy() {
        var spokenAt = servedBy(P1);
        shop.loads(P1, 50);
        until(spokenAt.plus(Duration.ofHours(72)).minusSeconds(60));
        shop.online(P1, P2);

        buyer.writes().goesTo(P1).because("LOYAL").setOffBy("MESSAGE");
        assertThat(shop.load(P1)).isEqualTo(51);
        assertThat(shop.load(P2)).isZero();
    }

    @Test
    void scenario9ASecondAfterSeventyTwoHoursTheLoadDecides() {
        var spokenAt = servedBy(P1);
        shop.loads(P1, 1);
        until(spokenAt.plus(Duration.ofHours(72)).plusSeconds(1));
        shop.online(P1, P2);

        buyer.writes().goesTo(P2).because("GROUP");
    }

    @Test
    void scenario10ABuyerWhoseHandlerHasJustGoneIsHeldAndTheirsWhenTheyComeBackInTime() {
        var chat = heldForP1FourMinutesAfterTheyWent();

        shop.later(Duration.ofMinutes(5));
        shop.online(P1);

        chat.goesTo(P1);
        assertThat(chat.isHeld()).isFalse();
        chat.because("LOYAL").setOffBy("AGENT_AVAILABLE");
        assertThat(shop.load(P1)).isEqualTo(1);
    }

    @Test
    void scenario10WhoIsNotBackByTenMinutesLosesItToWhoIsThere() {
        var chat = heldForP1FourMinutesAfterTheyWent();
        var wentAt = Instant.parse(
                shop.api().get("/members/%s/presence", shop.id(P1)).text("lastSeen"));

        until(wentAt.plus(Duration.ofMinutes(10)).minusSeconds(30));
        assertThat(chat.owner()).isEqualTo(P1);
        shop.online(P2);
        shop.later(Duration.ofSeconds(31));

        assertThat(chat.owner()).isEqualTo(P2);
        assertThat(chat.isHeld()).isFalse();
        chat.because("GROUP").setOffBy("HOLD_EXPIRED");
        assertThat(chat.decidedAt()).isAfter(wentAt.plus(Duration.ofMinutes(10)));
    }

    @Test
    void scenario10WhoComesBackHiddenLetsGoOfIt() {
        var chat = heldForP1FourMinutesAfterTheyWent();

        shop.hidden(P1);

        chat.goesTo(P2).because("GROUP").setOffBy("HOLD_EXPIRED");
    }

    @Test
    void whoAnswersWhatIsHeldForThemHasItFromThenOn() {
        var chat = heldForP1FourMinutesAfterTheyWent().isAnsweredBy(P1);
        assertThat(chat.isHeld()).isFalse();

        shop.later(Duration.ofMinutes(7));

        assertThat(chat.owner()).isEqualTo(P1);
        chat.because("LOYAL_HOLD");
        assertThat(shop.api().get("/performance/agents").items())
                .filteredOn(it -> it.path("member").asString().equals(shop.id(P1)))
                .allMatch(it -> it.path("open").asInt() == 1);
    }

    @Test
    void whatIsHeldAsDistributionIsTurnedOffGoesToTheMainAccount() {
        var chat = heldForP1FourMinutesAfterTheyWent();

        shop.switchesDistributionOff();

        chat.goesTo(M).because("DISTRIBUTION_OFF").setOffBy("DISTRIBUTION_CHANGED");
        assertThat(chat.isHeld()).isFalse();
    }

    @Test
    void whatIsHeldAndClosedIsHeldNoLonger() {
        var chat = heldForP1FourMinutesAfterTheyWent().isClosedBy(P1);

        assertThat(chat.isHeld()).isFalse();
        shop.later(Duration.ofMinutes(7));
        chat.because("LOYAL_HOLD");
    }

    @Test
    void scenario21InScenarioBABuyerWhomTheMainAccountServedIsDecidedByTheRules() {
        shop.online(P1, M);
        var chat = buyer.writes().goesTo(P1);
        chat.forwarding(P1, M).as(201);
        chat.goesTo(M).isAnsweredBy(M).isClosedBy(M);

        buyer.writes().goesTo(P1).because("GROUP");
    }

    @Test
    void scenario21InScenarioCToo() {
        shop.includesTheMainAccount();
        servedBy(M);

        buyer.writes().goesTo(M).because("MAIN_LAST").isClosedBy(M);
        shop.online(P1);
        buyer.writes().goesTo(P1).because("GROUP");
    }

    @Test
    void scenario21InScenarioDTheMainAccountIsAHandlerLikeAnyOther() {
        shop.includesTheMainAccount();
        shop.hasInPreSales(P1, P2, M);
        servedBy(M);
        shop.loads(M, 2);
        shop.online(M, P1);

        buyer.writes().goesTo(M).because("LOYAL");
    }

    /** P2 is there all the time; P1 answered the buyer before. */
    private Chat heldForP1FourMinutesAfterTheyWent() {
        servedBy(P1);
        shop.offline(P1);
        shop.later(Duration.ofMinutes(4));
        shop.online(P2);
        var chat = buyer.writes().goesTo(P1);
        assertThat(chat.isHeld()).isTrue();
        chat.because("LOYAL_HOLD").setOffBy("MESSAGE");
        return chat;
    }

    /** Somebody answers the buyer and closes; when they last spoke. */
    private Instant servedBy(Who who) {
        shop.online(who);
        var chat = buyer.writes().goesTo(who).isAnsweredBy(who);
        chat.isClosedBy(who);
        return chat.lastMessageAt();
    }

    private void until(Instant moment) {
        var now = shop.later(Duration.ofMillis(1));
        shop.later(Duration.between(now, moment));
    }
}
