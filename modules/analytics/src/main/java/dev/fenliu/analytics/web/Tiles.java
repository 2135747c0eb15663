package dev.fenliu.analytics.web;

import dev.fenliu.accounts.Presence;
import dev.fenliu.analytics.application.Board;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Figures;
import dev.fenliu.analytics.domain.ShopRow;
import dev.fenliu.routing.Staging.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The few figures above the table: what its rows add up to.
 *
 * @param agents how many people there are, of whom so many are online and hidden
 * @param busy how many of those online have something unread
 * @param staged how many conversations wait in the staging areas
 * @param oldest since when the oldest of them waits; null when none does
 */
record Tiles(
        int agents,
        long online,
        long hidden,
        long busy,
        Figures figures,
        int staged,
        @Nullable Instant oldest) {
    static Tiles of(Board board, boolean shops) {
        var rows = shops
                ? board.shops().stream().map(ShopRow::figures).toList()
                : board.agents().stream().map(AgentRow::figures).toList();
        var waiting = board.shops().stream()
                .map(ShopRow::waiting)
                .filter(Objects::nonNull)
                .toList();
        return new Tiles(
                board.agents().size(),
                present(board, Presence.ONLINE),
                present(board, Presence.HIDDEN),
                board.agents().stream().filter(Tiles::busy).count(),
                Figures.sum(rows),
                waiting.stream().mapToInt(Waiting::conversations).sum(),
                waiting.stream()
                        .map(Waiting::oldestSince)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static boolean busy(AgentRow row) {
        var unread = row.figures().unread();
        return row.presence() == Presence.ONLINE && unread != null && unread > 0;
    }

    private static long present(Board board, Presence presence) {
        return board.agents().stream().filter(row -> row.presence() == presence).count();
    }
}
