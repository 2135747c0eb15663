package dev.fenliu.analytics.web;

import dev.fenliu.accounts.AccountEvent;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.analytics.AnalyticsEvent;
import dev.fenliu.analytics.application.Viewer;
import dev.fenliu.analytics.application.WatchPerformance;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Keeps open dashboards up to date: the figures of an enterprise are read once for all who look, soon after something
 * happened and now and then besides, since hours pass and other instances have events of their own.
 */
@Component
class Watchers {
    private final WatchPerformance performance;
    private final BoardSettings settings;
    private final Clock clock;
    private final Map<EnterpriseId, Room> rooms = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Watchers(WatchPerformance performance, BoardSettings settings, Clock clock) {
        this.performance = performance;
        this.settings = settings;
        this.clock = clock;
    }

    SseEmitter open(Viewer viewer, Address address, Locale locale) {
        var stream = new SseEmitter(settings.lifetime().toMillis());
        var watcher = new Watcher(viewer, address, locale, stream);
        rooms.compute(viewer.actor().enterprise(), (same, room) -> {
            var with = room == null ? new Room() : room;
            if (closing || !with.admits(watcher, settings)) {
                throw new TooManyBoards();
            }
            with.enter(watcher);
            return with;
        });
        stream.onCompletion(() -> leave(watcher));
        stream.onTimeout(stream::complete);
        return stream;
    }

    private void leave(Watcher watcher) {
        rooms.computeIfPresent(watcher.viewer().actor().enterprise(), (same, room) -> {
            room.leave(watcher);
            return room.isEmpty() ? null : room;
        });
    }

    @Scheduled(fixedDelayString = "${fenliu.analytics.board.look-every:500ms}")
    void look() {
        rooms.forEach((enterprise, room) -> {
            if (room.begins(settings)) {
                Thread.ofVirtual().name("boards").start(() -> {
                    try {
                        refresh(enterprise, room);
                    } finally {
                        room.ends();
                    }
                });
            }
        });
    }

    private void refresh(EnterpriseId enterprise, Room room) {
        var watchers = room.watchers();
        var viewers = watchers.stream().map(Watcher::viewer).collect(Collectors.toSet());
        var boards = performance.lookTogether(enterprise, viewers, clock.instant());
        for (var watcher : watchers) {
            var board = boards.get(watcher.viewer());
            if (board == null) {
                watcher.close();
            } else {
                watcher.show(board);
            }
        }
    }

    @EventListener
    void on(AnalyticsEvent.FiguresChanged fact) {
        afterCommit(fact.enterprise(), Room::stir);
    }

    @EventListener
    void on(AccountEvent.AccessChanging fact) {
        afterCommit(fact.enterprise(), Room::stir);
    }

    // Their other windows open it again; whoever's sign-in is over cannot.
    @EventListener
    void on(AccountEvent.SessionsEnded fact) {
        afterCommit(fact.enterprise(), room -> room.closeAllOf(fact.member()));
    }

    @EventListener
    void on(AccountEvent.LoggedOut fact) {
        afterCommit(fact.enterprise(), room -> room.closeAllOf(fact.member()));
    }

    // Enterprises that nobody looks at cost one look into a map.
    private void afterCommit(EnterpriseId enterprise, Consumer<Room> what) {
        var room = rooms.get(enterprise);
        if (room == null) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            what.accept(room);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.accept(room);
            }
        });
    }

    /** Open streams would hold the shutdown up until their time is over. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        closing = true;
        rooms.values().forEach(room -> room.watchers().forEach(Watcher::close));
    }
}
