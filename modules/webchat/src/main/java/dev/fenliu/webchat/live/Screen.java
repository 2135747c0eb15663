package dev.fenliu.webchat.live;

import static org.springframework.web.servlet.mvc.method.annotation.SseEmitter.event;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An open page that follows along: a bounded queue of hints, and a thread of its own that tells them to the page.
 * Whoever offers a hint never waits for the page's connection.
 */
final class Screen {
    /** Turns hints into events of the stream. Runs on the screen's own thread and may take its time. */
    interface Teller {
        /** Whether the reader may go on looking. */
        boolean tell(List<Hint> hints, SseEmitter stream) throws IOException;
    }

    private static final Logger log = LoggerFactory.getLogger(Screen.class);

    private final SseEmitter stream;
    private final Teller teller;
    private final BlockingQueue<List<Hint>> queue;
    private final Duration heartbeat;
    private final Consumer<Screen> gone;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Screen(SseEmitter stream, Teller teller, int queue, Duration heartbeat, Consumer<Screen> gone) {
        this.stream = stream;
        this.teller = teller;
        this.queue = new ArrayBlockingQueue<>(queue);
        this.heartbeat = heartbeat;
        this.gone = gone;
    }

    Screen start() {
        stream.onCompletion(this::leave);
        Thread.ofVirtual().name("screen").start(this::follow);
        return this;
    }

    SseEmitter stream() {
        return stream;
    }

    /** Whether there was room; a screen without room has fallen too far behind to be worth keeping. */
    boolean offer(List<Hint> hints) {
        return open.get() && queue.offer(hints);
    }

    void close() {
        if (leave()) {
            // A send that is stuck holds the stream's lock: only a thread of its own may wait for that.
            Thread.ofVirtual().name("screen-end").start(stream::complete);
        }
    }

    private boolean leave() {
        if (!open.compareAndSet(true, false)) {
            return false;
        }
        gone.accept(this);
        queue.clear();
        queue.offer(List.of());
        return true;
    }

    private void follow() {
        try {
            // Screens that lost the same server must not all come back in the same instant.
            stream.send(event().reconnectTime(ThreadLocalRandom.current().nextLong(500, 2_500))
                    .comment("open"));
            while (open.get()) {
                tellNext();
            }
        } catch (IOException lost) {
            // The container has noticed too and ends the request itself.
            leave();
        } catch (InterruptedException stopping) {
            close();
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            if (open.get()) {
                log.warn("A screen is dropped; its page will reconnect and catch up", broken);
            }
            close();
        }
    }

    private void tellNext() throws IOException, InterruptedException {
        var first = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            stream.send(event().name("beat").data(""));
            return;
        }
        var pending = new ArrayList<List<Hint>>();
        pending.add(first);
        queue.drainTo(pending);
        var hints = pending.stream().flatMap(List::stream).toList();
        if (!hints.isEmpty() && !teller.tell(hints, stream)) {
            close();
        }
    }
}
