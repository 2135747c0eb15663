package dev.fenliu.scenarios;

import static dev.fenliu.scenarios.Who.M;
import static dev.fenliu.scenarios.Who.N1;
import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static dev.fenliu.scenarios.Who.Q1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fenliu.app.FenliuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios 1 to 6 and 20: who gets a new conversation, and why. */
@FenliuTest
class DistributionScenarioTests {
    @Autowired
    Shops shops;

    private TheShop shop;

    @BeforeEach
    void openTheShop() {
        shop = shops.open();
    }

    @Test
    void scenario1TheLessLoadedOfTheGroupGetsTheProductChat() {
        shop.loads(P1, 3).loads(P2, 2);
        shop.online(P1, P2);

        var chat = shop.aBuyer().writesFrom("PRODUCT_PAGE");

        chat.goesTo(P2).because("GROUP").setOffBy("MESSAGE");
        assertThat(chat.candidates()).containsOnly(entry(P1, 3), entry(P2, 2));
    }

    @Test
    void scenario1EquallyLoadedTheEarlierAccountGetsIt() {
        shop.loads(P1, 2).loads(P2, 2);
        shop.online(P1, P2);

        shop.aBuyer().writesFrom("PRODUCT_PAGE").goesTo(P1).because("GROUP");
    }

    @Test
    void scenario2WithTheGroupOfflineTheLeastLoadedOfAllOthersGetsIt() {
        shop.loads(Q1, 5).loads(N1, 1);
        shop.online(Q1, N1);

        shop.aBuyer().writesFrom("PRODUCT_PAGE").goesTo(N1).because("FALLBACK");
    }

    @Test
    void scenario3WhoHidesGetsNothingAndTheChatIsStaged() {
        shop.hidden(N1);

        shop.aBuyer().writes().isStaged("NOBODY_ONLINE");
    }

    @Test
    void scenario3ASecondMessageKeepsThePlaceInTheStagingArea() {
        shop.setsTheCapTo(1);
        shop.hidden(N1);
        var first = shop.aBuyer();
        var early = first.writes().isStaged("NOBODY_ONLINE");
        var late = shop.aBuyer().writes().isStaged("NOBODY_ONLINE");

        assertThat(first.writes()).isEqualTo(early);
        assertThat(shop.staged()).isEqualTo(2);
        assertThat(early.decisions()).hasSize(1);
        shop.online(N1);

        early.goesTo(N1).setOffBy("AGENT_AVAILABLE");
        assertThat(late.state()).isEqualTo("WAITING");
        assertThat(early.texts()).hasSize(2);
    }

    @Test
    void scenario4WithEveryAgentOfflineTheMainAccountHelpsOut() {
        shop.includesTheMainAccount();
        shop.online(M);

        shop.aBuyer().writes().goesTo(M).because("MAIN_LAST");
    }

    @Test
    void scenario4AnAgentNearTheCapComesBeforeTheMainAccount() {
        shop.loads(Q1, 99);
        shop.includesTheMainAccount();
        shop.online(M, Q1);

        shop.aBuyer().writes().goesTo(Q1).because("FALLBACK");
        shop.online(M, Q1);
        shop.aBuyer().writes().goesTo(M).because("MAIN_LAST");
    }

    @Test
    void scenario5TheMainAccountSeesNothingWhileItsSwitchIsOff() {
        shop.online(M);

        shop.aBuyer().writes().isStaged("NOBODY_ONLINE");

        assertThat(shop.chatsOf(M)).isEmpty();
    }

    @Test
    void scenario5InAGroupWithTheSwitchOnTheMainAccountCompetesByLoad() {
        shop.loads(P1, 1);
        shop.includesTheMainAccount();
        shop.hasInPreSales(P1, P2, M);
        shop.online(P1, M);

        shop.aBuyer().writes().goesTo(M).because("GROUP");
        // One each now: M's is the earlier account.
        shop.aBuyer().writes().goesTo(M).because("GROUP");
        shop.aBuyer().writes().goesTo(P1).because("GROUP");
    }

    @Test
    void scenario6WithDistributionOffTheMainAccountGetsItEvenOffline() {
        shop.online(P1);
        shop.switchesDistributionOff();

        shop.aBuyer().writes().goesTo(M).because("DISTRIBUTION_OFF");
    }

    @Test
    void scenario6AChatThatAnAgentOwnsAndIsOnlineForStaysTheirs() {
        var buyer = shop.aBuyer();
        shop.online(P1);
        var chat = buyer.writes().goesTo(P1);
        shop.switchesDistributionOff();

        assertThat(buyer.writes()).isEqualTo(chat);

        chat.staysWith(P1);
        assertThat(chat.unread()).isEqualTo(2);
    }

    @Test
    void scenario20EveryDecisionNamesItsCandidatesAndWhyTheOthersWereNotChosen() {
        shop.loads(P1, 1);
        shop.online(P1, P2, Q1);
        shop.hidden(N1);

        var chat = shop.aBuyer().writes().goesTo(P2);

        assertThat(chat.candidates()).containsOnly(entry(P1, 1), entry(P2, 0));
        assertThat(chat.excluded())
                .containsOnly(entry(M, "MAIN_NOT_INCLUDED"), entry(Q1, "NOT_IN_SOURCE_GROUP"), entry(N1, "HIDDEN"));
    }

    @Test
    void readingMakesRoomForTheNextStagedChat() {
        shop.setsTheCapTo(2);
        shop.online(P1);
        var first = shop.aBuyer().writes().goesTo(P1);
        shop.aBuyer().writes().goesTo(P1);
        var third = shop.aBuyer().writes().isStaged("ALL_AT_CAP");

        first.isReadBy(P1);

        third.goesTo(P1).setOffBy("AGENT_AVAILABLE").because("GROUP");
        assertThat(shop.load(P1)).isEqualTo(2);
    }
}
