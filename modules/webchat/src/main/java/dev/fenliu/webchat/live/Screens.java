package dev.fenliu.webchat.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Every screen that this instance serves, by reader. */
@Component
class Screens {
    private final ConcurrentMap<Reader, Set<Screen>> byReader = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ScreenSettings settings;
    private volatile boolean closing;

    Screens(ScreenSettings settings) {
        this.settings = settings;
    }

    /** Throws {@link TooManyScreens}. */
    Screen open(Reader reader, Screen.Teller teller) {
        var stream = new SseEmitter(settings.lifetime().toMillis());
        var screen = new Screen(stream, teller, settings.queue(), settings.heartbeat(), gone -> forget(reader, gone));
        byReader.compute(reader, (same, screens) -> with(reader, screens, screen));
        return screen.start();
    }

    /** Never waits: a screen that has no room for the hints is dropped. */
    void tell(Reader reader, List<Hint> hints) {
        for (var screen : byReader.getOrDefault(reader, Set.of())) {
            if (!screen.offer(hints)) {
                screen.close();
            }
        }
        if (hints.contains(new Hint.LoggedOut())) {
            // Their streams end by themselves; nobody may count them as present meanwhile.
            byReader.getOrDefault(reader, Set.of()).forEach(screen -> forget(reader, screen));
        }
    }

    void close(Reader reader) {
        byReader.getOrDefault(reader, Set.of()).forEach(Screen::close);
    }

    Set<Reader> readers() {
        return Set.copyOf(byReader.keySet());
    }

    /** Open streams would hold the shutdown up until their time is over. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        closing = true;
        readers().forEach(this::close);
    }

    // A share is kept for desks: agents whose desks cannot connect count as gone.
    private int most(Reader reader) {
        return reader instanceof Reader.Buyer ? settings.total() / 4 * 3 : settings.total();
    }

    private Set<Screen> with(Reader reader, @Nullable Set<Screen> screens, Screen another) {
        var now = screens == null ? Set.<Screen>of() : screens;
        if (closing || now.size() >= settings.perReader() || count.get() >= most(reader)) {
            throw new TooManyScreens();
        }
        count.incrementAndGet();
        return Stream.concat(now.stream(), Stream.of(another)).collect(Collectors.toUnmodifiableSet());
    }

    private void forget(Reader reader, Screen gone) {
        byReader.computeIfPresent(reader, (same, screens) -> {
            var left = screens.stream().filter(screen -> screen != gone).collect(Collectors.toUnmodifiableSet());
            if (left.size() < screens.size()) {
                count.decrementAndGet();
            }
            return left.isEmpty() ? null : left;
        });
    }
}
