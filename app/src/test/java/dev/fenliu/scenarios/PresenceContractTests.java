package dev.fenliu.scenarios;

import static dev.fenliu.scenarios.Who.M;
import static dev.fenliu.scenarios.Who.N1;
import static dev.fenliu.scenarios.Who.P1;
import static dev.fenliu.scenarios.Who.P2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fenliu.app.FenliuTest;
import dev.fenliu.app.FreshEnterprises;
import dev.fenliu.webchat.LiveStream;
import dev.fenliu.webchat.Surfer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who is at work, what it comes to in hours, and what falls due while the clock moves. */
@FenliuTest
class PresenceContractTests {
    private final List<LiveStream> desks = new ArrayList<>();

    @Autowired
    Shops shops;

    @Autowired
    FreshEnterprises enterprises;

    @LocalServerPort
    int port;

    private TheShop shop;

    @BeforeEach
    void openTheShop() {
        shop = shops.open();
    }

    @AfterEach
    void hangUp() {
        desks.forEach(LiveStream::close);
    }

    @Test
    void settingItIsAHeartbeatAndShowsTheLoadOverAllShops() {
        var other = shop.sister("賣場T", 100, P1);
        var set = shop.api()
                .put("/members/" + shop.id(P1) + "/presence", Map.of("state", "ONLINE"))
                .as(200);
        assertThat(set.body().propertyNames()).containsExactlyInAnyOrder("state", "since", "lastSeen", "load");
        assertThat(set.text("state")).isEqualTo("ONLINE");
        assertThat(set.text("lastSeen")).isEqualTo(set.text("since"));
        other.get().goesTo(P1);
        shop.aBuyer().writes().goesTo(P1);

        shop.online(P1);

        var seen = presence(P1);
        assertThat(seen.text("since")).isEqualTo(set.text("since"));
        assertThat(Instant.parse(seen.text("lastSeen"))).isAfter(Instant.parse(set.text("lastSeen")));
        assertThat(seen.number("load")).isEqualTo(2);
    }

    @Test
    void withoutAnotherHeartbeatItIsOfflineSinceTheLastOne() {
        shop.online(P1);
        var seen = presence(P1).text("lastSeen");

        shop.later(Duration.ofSeconds(60));
        assertThat(presence(P1).text("state")).isEqualTo("ONLINE");
        shop.later(Duration.ofSeconds(31));

        var gone = presence(P1);
        assertThat(gone.text("state")).isEqualTo("OFFLINE");
        assertThat(gone.text("since")).isEqualTo(seen);
        assertThat(gone.text("lastSeen")).isEqualTo(seen);
    }

    @Test
    void nobodyIsOfflineSinceEverAndUnknownStatesAreRefused() {
        var never = presence(N1);
        assertThat(never.text("state")).isEqualTo("OFFLINE");
        assertThat(never.body().path("lastSeen").isNull()).isTrue();

        var path = "/members/" + shop.id(N1) + "/presence";
        assertThat(shop.api().put(path, Map.of("state", "AWAY")).as(422).text("field"))
                .isEqualTo("state");
        assertThat(shop.api().put(path, Map.of()).as(422).text("code")).isEqualTo("required");
        assertThat(shop.api().get("/members/%s/presence", "nobody").as(404).text("code"))
                .isEqualTo("unknown-member");
    }

    @Test
    void tabsCountOnceAndHidingHoldsOverThem() {
        var own = new Enterprise();
        var nine = own.morning();
        own.opensDesk();
        own.opensDesk();
        own.until(nine.plus(Duration.ofMinutes(30)));
        assertThat(own.presence()).isEqualTo("ONLINE");

        own.chooses("HIDDEN");
        own.opensDesk();
        assertThat(own.presence()).isEqualTo("HIDDEN");
        own.until(nine.plus(Duration.ofMinutes(60)));
        assertThat(own.presence()).isEqualTo("HIDDEN");

        var row = own.performance();
        assertThat(hours(row, "onlineHours")).isEqualByComparingTo("0.50");
        assertThat(hours(row, "hiddenHours")).isEqualByComparingTo("0.50");
    }

    @Test
    void whatFallsDueWhileTheClockMovesIsDoneInOrderEachAsOfItsOwnInstant() {
        shop.online(P1);
        var quiet = shop.aBuyer().writes().goesTo(P1).isAnsweredBy(P1);
        var answeredAt = quiet.lastMessageAt();
        var buyer = shop.aBuyer();
        buyer.writes().goesTo(P1).isAnsweredBy(P1).isClosedBy(P1);
        shop.offline(P1);
        var wentAt = Instant.parse(presence(P1).text("lastSeen"));
        var held = buyer.writes().goesTo(P1);
        assertThat(held.isHeld()).isTrue();
        shop.online(P2);
        var p2Seen = Instant.parse(presence(P2).text("lastSeen"));
        var arrival = shop.later(Duration.ofHours(2));

        // After ten minutes the hold ended, when P2 had been gone for long.
        held.isStaged("NOBODY_ONLINE").setOffBy("HOLD_EXPIRED");
        assertThat(held.decidedAt()).isCloseTo(wentAt.plus(Duration.ofMinutes(10)), within(20, ChronoUnit.SECONDS));
        assertThat(held.excluded()).containsEntry(P2, "OFFLINE");
        assertThat(Instant.parse(presence(P2).text("since"))).isEqualTo(p2Seen);
        assertThat(quiet.state()).isEqualTo("CLOSED");
        assertThat(Instant.parse(quiet.lines().getLast().path("at").asString()))
                .isCloseTo(answeredAt.plus(Duration.ofMinutes(30)), within(20, ChronoUnit.SECONDS));
        assertThat(arrival).isAfter(wentAt.plus(Duration.ofMinutes(119)));
    }

    @Test
    void aHoldThatEndsWhileTheShopIsOffIsDecidedOnceItIsOnAgain() {
        shop.online(P1);
        var buyer = shop.aBuyer();
        buyer.writes().goesTo(P1).isAnsweredBy(P1).isClosedBy(P1);
        shop.offline(P1);
        var held = buyer.writes().goesTo(P1);
        assertThat(held.isHeld()).isTrue();
        shop.isDisabled();

        shop.later(Duration.ofHours(1));
        assertThat(held.isHeld()).isTrue();
        shop.isAuthorized();

        held.isStaged("NOBODY_ONLINE").setOffBy("HOLD_EXPIRED");
    }

    @Test
    void stagingShowsWhatWaitsSinceWhenAndWhoWouldGetHowMuch() {
        shop.setsTheCapTo(2);
        var first = shop.aBuyer().writes().isStaged("NOBODY_ONLINE");
        shop.chats(2).forEach(chat -> chat.isStaged("NOBODY_ONLINE"));

        var area = shop.api().get("/shops/%s/staging", shop.id()).as(200);

        assertThat(area.body().propertyNames()).contains("waiting", "oldestSince", "forecast");
        assertThat(area.number("waiting")).isEqualTo(3);
        assertThat(Instant.parse(area.text("oldestSince"))).isEqualTo(first.openedAt());
        var forecast = area.body().path("forecast");
        assertThat(forecast.valueStream()
                        .map(it -> shop.called(it.path("member").asString())))
                .contains(P1, P2, N1)
                .doesNotContain(M);
        assertThat(forecast.valueStream().map(it -> it.path("wouldGet").asInt()))
                .containsOnly(2);

        shop.online(N1);
        first.goesTo(N1);
        assertThat(shop.staged()).isEqualTo(1);
    }

    private Api.Answer presence(Who who) {
        return shop.api().get("/members/%s/presence", shop.id(who)).as(200);
    }

    private static BigDecimal hours(JsonNode row, String which) {
        return row.path(which).decimalValue();
    }

    /** One agent with a password, who sits at real desks. */
    private final class Enterprise {
        private final FreshEnterprises.Fresh fresh = enterprises.open();
        private final String amy = enterprises.agent(fresh, "amy").toString();
        private final Api api = new Api(port, enterprises.token(fresh));
        private final Surfer surfer;

        Enterprise() {
            surfer = Surfer.signedIn(port, fresh.code() + ":amy");
        }

        void opensDesk() {
            var desk = surfer.follow("/webchat/stream").opened();
            desk.awaitEvent("presence", "");
            desks.add(desk);
        }

        void chooses(String state) {
            api.put("/members/" + amy + "/presence", Map.of("state", state)).as(200);
        }

        String presence() {
            return api.get("/members/%s/presence", amy).as(200).text("state");
        }

        JsonNode performance() {
            return api.get("/performance/agents").as(200).items().stream()
                    .filter(it -> it.path("member").asString().equals(amy))
                    .findFirst()
                    .orElseThrow();
        }

        Instant morning() {
            var nine = now().atZone(TheShop.ZONE)
                    .toLocalDate()
                    .plusDays(1)
                    .atTime(9, 0)
                    .atZone(TheShop.ZONE)
                    .toInstant();
            until(nine);
            return nine;
        }

        void until(Instant moment) {
            api.post("/time", Map.of("advance", Duration.between(now(), moment).toString()))
                    .as(200);
        }

        private Instant now() {
            return Instant.parse(
                    api.post("/time", Map.of("advance", "PT0.001S")).as(200).text("now"));
        }
    }
}
