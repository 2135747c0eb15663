package dev.fenliu.app.time;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.app.FenliuTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@FenliuTest
class TimeApiTests {
    @Autowired
    RestTestClient http;

    @Autowired
    Clock clock;

    @Test
    void theClockMovesAheadForTheWholeProgram() {
        var before = clock.instant();

        var arrival = advanced("PT10M");

        assertThat(arrival).isBetween(before.plus(Duration.ofMinutes(10)), before.plus(Duration.ofMinutes(11)));
        assertThat(clock.instant()).isBetween(arrival, arrival.plus(Duration.ofMinutes(1)));
    }

    @Test
    void twoJourneysAtOnceAreMadeOneAfterTheOther() throws InterruptedException {
        var before = clock.instant();

        try (var travellers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Instant> journey = () -> advanced("PT10M");
            travellers
                    .invokeAll(Collections.nCopies(12, journey))
                    .forEach(arrival -> assertThat(arrival.resultNow()).isAfter(before));
        }

        // To the second: a clock that asks the database for the time is off by half of how long the answer took.
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofHours(2)).minusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT10M", "P401D", "ten minutes", "", "PT99999999999999999999H"})
    void aLengthThatMakesNoSenseIsRefused(String length) {
        var before = clock.instant();

        advance(Map.of("advance", length))
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("advance-out-of-range")
                .jsonPath("$.field")
                .isEqualTo("advance");

        assertThat(clock.instant()).isBefore(before.plus(Duration.ofMinutes(5)));
    }

    @Test
    void noLengthAtAllIsRefused() {
        advance(Map.of()).expectStatus().isEqualTo(422);
    }

    @Test
    void whoeverHasNoTokenMovesNothing() {
        http.post()
                .uri("/api/v1/time")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("advance", "PT10M"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private Instant advanced(String length) {
        var arrival = advance(Map.of("advance", length))
                .expectStatus()
                .isOk()
                .expectBody(TimeController.Arrival.class)
                .returnResult()
                .getResponseBody();
        return requireNonNull(arrival).now();
    }

    private ResponseSpec advance(Map<String, String> body) {
        return http.post()
                .uri("/api/v1/time")
                .header("Authorization", "Bearer " + FenliuTest.TOKEN)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
