package dev.fenliu.app.time;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The time machine's lever. */
@RestController
@RequestMapping("/api/v1/time")
@ConditionalOnBooleanProperty("fenliu.time-machine")
class TimeController {
    private final TimeMachine machine;

    TimeController(TimeMachine machine) {
        this.machine = machine;
    }

    @PostMapping
    Arrival advance(@RequestBody Journey journey) {
        return new Arrival(machine.advance(journey.length()));
    }

    record Journey(@Nullable String advance) {
        Duration length() {
            try {
                return advance == null ? Duration.ZERO : Duration.parse(advance);
            } catch (DateTimeParseException malformed) {
                throw new AdvanceOutOfRange();
            }
        }
    }

    record Arrival(Instant now) {}
}
