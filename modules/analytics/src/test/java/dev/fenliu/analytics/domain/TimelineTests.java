package dev.fenliu.analytics.domain;

import static dev.fenliu.analytics.domain.DashboardFixtures.AMY;
import static dev.fenliu.analytics.domain.DashboardFixtures.THURSDAY;
import static dev.fenliu.analytics.domain.DashboardFixtures.hidden;
import static dev.fenliu.analytics.domain.DashboardFixtures.online;
import static dev.fenliu.analytics.domain.DashboardFixtures.taipei;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.Presence;
import dev.fenliu.analytics.domain.Timeline.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTests {
    @Test
    void aDayIsCutAtItsMidnightsAndNoMomentCountsTwice() {
        var timeline = Timeline.of(
                THURSDAY,
                List.of(
                        online(AMY, taipei("2026-03-18T23:00"), taipei("2026-03-19T00:30")),
                        hidden(AMY, taipei("2026-03-19T00:20"), taipei("2026-03-19T00:50")),
                        online(AMY, taipei("2026-03-19T23:30"), taipei("2026-03-20T01:00"))));

        assertThat(timeline.parts())
                .containsExactly(
                        new Part(Presence.ONLINE, taipei("2026-03-19T00:00"), taipei("2026-03-19T00:30")),
                        new Part(Presence.HIDDEN, taipei("2026-03-19T00:30"), taipei("2026-03-19T00:50")),
                        new Part(Presence.ONLINE, taipei("2026-03-19T23:30"), taipei("2026-03-20T00:00")));
    }
}
