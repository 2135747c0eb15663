package dev.fenliu.analytics.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.analytics.AnalyticsEvent.FiguresChanged;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Readings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class LatestReadingsTests {
    private static final EnterpriseId ENTERPRISE = new EnterpriseId(7);
    private static final Instant NOON = Instant.parse("2026-03-19T04:00:00Z");
    private static final Day TAIPEI = Day.at(NOON, ZoneId.of("Asia/Taipei"));
    private static final Day NEW_YORK = Day.at(NOON, ZoneId.of("America/New_York"));

    private final LatestReadings latest = new LatestReadings();

    @BeforeEach
    void beginTransaction() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void endTransaction() {
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void theSameOnesServeForASecond() {
        var first = look(NOON, TAIPEI);

        assertThat(look(NOON.plusMillis(999), TAIPEI)).isSameAs(first);
        assertThat(look(NOON.plusSeconds(1), TAIPEI)).isNotSameAs(first);
    }

    @Test
    void onesOfAfterwardsServeNobody() {
        var later = look(NOON.plusMillis(1), TAIPEI);

        assertThat(look(NOON, TAIPEI)).isNotSameAs(later);
    }

    @Test
    void onesOfMoreDaysServeForFewer() {
        var both = look(NOON, TAIPEI, NEW_YORK);

        assertThat(look(NOON, NEW_YORK)).isSameAs(both);
    }

    @Test
    void onesOfFewerDaysDoNotServeForMore() {
        var one = look(NOON, TAIPEI);

        assertThat(look(NOON, TAIPEI, NEW_YORK)).isNotSameAs(one);
    }

    @Test
    void theyAreCurrentUntilSomethingHappens() {
        var before = look(NOON, TAIPEI);

        latest.on(new FiguresChanged(ENTERPRISE, NOON));
        commit();

        assertThat(look(NOON, TAIPEI)).isNotSameAs(before);
    }

    @Test
    void theyAreRecentForASecondWhateverHappens() {
        var before = look(NOON, TAIPEI);

        latest.on(new FiguresChanged(ENTERPRISE, NOON));
        commit();

        assertThat(glance(NOON.plusMillis(999), TAIPEI)).isSameAs(before);
        assertThat(glance(NOON.plusSeconds(1), TAIPEI)).isNotSameAs(before);
    }

    @Test
    void whoeverNeedsCurrentOnesMakesThemForEverybody() {
        glance(NOON, TAIPEI);
        latest.on(new FiguresChanged(ENTERPRISE, NOON));
        commit();

        var current = look(NOON, TAIPEI);

        assertThat(glance(NOON, TAIPEI)).isSameAs(current);
    }

    @Test
    void whatHappensElsewhereDoesNotMatter() {
        var before = look(NOON, TAIPEI);

        latest.on(new FiguresChanged(new EnterpriseId(8), NOON));
        commit();

        assertThat(look(NOON, TAIPEI)).isSameAs(before);
    }

    @Test
    void whatHasNotCommittedDoesNotMatterYet() {
        var before = look(NOON, TAIPEI);

        latest.on(new FiguresChanged(ENTERPRISE, NOON));

        assertThat(look(NOON, TAIPEI)).isSameAs(before);
    }

    @Test
    void onesDuringWhoseReadingSomethingHappenedServeNobodyElse() {
        var torn = latest.current(ENTERPRISE, Set.of(TAIPEI), NOON, () -> {
            latest.on(new FiguresChanged(ENTERPRISE, NOON));
            commit();
            return readings(NOON, Set.of(TAIPEI));
        });

        assertThat(look(NOON, TAIPEI)).isNotSameAs(torn);
    }

    private static void commit() {
        TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
    }

    private Readings look(Instant now, Day... days) {
        var wanted = new HashSet<>(Arrays.asList(days));
        return latest.current(ENTERPRISE, wanted, now, () -> readings(now, wanted));
    }

    private Readings glance(Instant now, Day... days) {
        var wanted = new HashSet<>(Arrays.asList(days));
        return latest.recent(ENTERPRISE, wanted, now, () -> readings(now, wanted));
    }

    private static Readings readings(Instant now, Set<Day> days) {
        return new Readings(
                now,
                days.stream().collect(Collectors.toMap(Function.identity(), day -> List.of())),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
    }
}
