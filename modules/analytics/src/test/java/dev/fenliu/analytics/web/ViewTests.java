package dev.fenliu.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.application.Board;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Figures;
import dev.fenliu.analytics.domain.ShopRow;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.routing.Staging.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTests {
    private static final Instant NOON = Instant.parse("2026-03-19T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"agents", "shops"})
    void aWaitThatGrowsIsShownAnewInEitherList(String by) {
        var begun = view(by, NOON.plusSeconds(70));

        assertThat(view(by, NOON.plusSeconds(80)).showsTheSame(begun))
                .as("a minute is a minute")
                .isTrue();
        assertThat(view(by, NOON.plusSeconds(125)).showsTheSame(begun)).isFalse();
    }

    private static View view(String by, Instant asOf) {
        var shop = new Shop(new ShopId(1), new EnterpriseId(1), "蝦蝦的店", "TW", true, ZoneOffset.UTC);
        var waits = new ShopRow(shop, 0, 0, new Waiting(1, NOON), new Figures(Tally.NONE, 0, 0, null));
        var day = new Day(LocalDate.of(2026, 3, 19), ZoneOffset.UTC);
        var board = new Board(
                asOf, day, false, null, List.of(), List.of(waits), List.of(shop), Set.of(shop.id()), Set.of());
        return View.of(board, Address.of(by, null, null, null, null, null), Locale.TAIWAN);
    }
}
