package dev.fenliu.analytics.web;

import static org.springframework.web.servlet.mvc.method.annotation.SseEmitter.event;

import dev.fenliu.analytics.application.Board;
import dev.fenliu.analytics.application.Viewer;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An open dashboard that follows the figures. A slow page misses what is overtaken, never the latest. */
final class Watcher {
    private final Viewer viewer;
    private final Address address;
    private final Locale locale;
    private final SseEmitter stream;
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile @Nullable View shown;

    Watcher(Viewer viewer, Address address, Locale locale, SseEmitter stream) {
        this.viewer = viewer;
        this.address = address;
        this.locale = locale;
        this.stream = stream;
    }

    Viewer viewer() {
        return viewer;
    }

    /** Shows that, on a thread of its own, unless the page has not taken what came before yet. */
    void show(Board board) {
        if (sending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("board").start(() -> {
                try {
                    send(View.of(board, address, locale));
                } catch (IOException | IllegalStateException gone) {
                    stream.completeWithError(gone);
                } finally {
                    sending.set(false);
                }
            });
        }
    }

    private void send(View view) throws IOException {
        var before = shown;
        if (before != null && view.showsTheSame(before)) {
            stream.send(event().name("time").data(part("analytics/performance :: clock", view)));
            return;
        }
        stream.send(event().name("board").data(part("analytics/performance :: board", view)));
        shown = view;
    }

    private static ModelAndView part(String name, View view) {
        return new ModelAndView(name, Map.of("view", view));
    }

    void close() {
        Thread.ofVirtual().name("board-end").start(stream::complete);
    }
}
