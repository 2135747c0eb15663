package dev.fenliu.app.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The program's clock, except to those who live in a story of their own: a thread that tells one, and the threads that
 * it starts, see the story's time. So many stories run side by side, each at its own pace.
 */
@Component
@Primary
public class StoryClock extends Clock {
    private static final InheritableThreadLocal<@Nullable AtomicReference<@Nullable Instant>> STORY =
            new InheritableThreadLocal<>();

    private final DatabaseClock clock;

    StoryClock(DatabaseClock clock) {
        this.clock = clock;
    }

    /** Lives in a story until it ends; whoever moves the time sets it there. */
    public static void during(AtomicReference<@Nullable Instant> story, Runnable work) {
        STORY.set(story);
        try {
            work.run();
        } finally {
            // Threads that were started meanwhile and live on come back to the program's time.
            story.set(null);
            STORY.remove();
        }
    }

    @Override
    public Instant instant() {
        var story = STORY.get();
        var told = story == null ? null : story.get();
        return told == null ? clock.instant() : told;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
