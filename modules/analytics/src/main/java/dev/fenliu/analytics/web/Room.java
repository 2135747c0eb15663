package dev.fenliu.analytics.web;

import dev.fenliu.accounts.MemberId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who follows the figures of one enterprise, and when these were read last. */
final class Room {
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private boolean stirred = true;
    private boolean reading;
    private long readAt = System.nanoTime() - Duration.ofDays(1).toNanos();

    /** Whether it should be read now; if so, it counts as being read. */
    synchronized boolean begins(BoardSettings settings) {
        var age = Duration.ofNanos(System.nanoTime() - readAt);
        var least = stirred ? settings.atMostEvery() : settings.atLeastEvery();
        if (reading || watchers.isEmpty() || age.compareTo(least) < 0) {
            return false;
        }
        reading = true;
        stirred = false;
        readAt = System.nanoTime();
        return true;
    }

    synchronized void ends() {
        reading = false;
    }

    synchronized void stir() {
        stirred = true;
    }

    boolean admits(Watcher watcher, BoardSettings settings) {
        var member = watcher.viewer().actor().me();
        return watchers.size() < settings.total()
                && watchers.stream()
                                .filter(it -> it.viewer().actor().me().equals(member))
                                .count()
                        < settings.perViewer();
    }

    void enter(Watcher watcher) {
        watchers.add(watcher);
        stir();
    }

    void leave(Watcher watcher) {
        watchers.remove(watcher);
    }

    void closeAllOf(MemberId member) {
        watchers.stream()
                .filter(watcher -> watcher.viewer().actor().me().equals(member))
                .forEach(Watcher::close);
    }

    Set<Watcher> watchers() {
        return Set.copyOf(watchers);
    }

    boolean isEmpty() {
        return watchers.isEmpty();
    }
}
