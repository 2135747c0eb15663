package dev.fenliu.analytics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.analytics.domain.AgentRow;
import dev.fenliu.analytics.domain.Day;
import dev.fenliu.analytics.domain.Figures;
import dev.fenliu.analytics.domain.Tally;
import dev.fenliu.analytics.domain.Timeline;
import dev.fenliu.analytics.domain.Waits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AddressTests {
    private static final Line AMY = line(1, "Amy", 3);
    private static final Line BEN = line(2, "Ben", 9);
    private static final Line CARA = line(3, "Cara", 3);

    @Test
    void withoutAnyParameterPeopleAreListedWithTheMostUnreadFirst() {
        var usual = Address.of(null, null, null, null, null, null);

        assertThat(usual.path()).isEqualTo("/platform/performance");
        assertThat(usual.arranged(List.of(AMY, BEN, CARA), Locale.TAIWAN)).containsExactly(BEN, AMY, CARA);
    }

    @Test
    void theWholeStateIsInThePath() {
        var path = Address.of("shops", null, " 50% & 蝦 ", "closed", "asc", null).path();

        assertThat(path).isEqualTo("/platform/performance?by=shops&q=50%25%20%26%20%E8%9D%A6&sort=closed&dir=asc");
    }

    @Test
    void whatMakesNoSenseIsAsIfAbsent() {
        assertThat(Address.of("everything", " ", null, "'; drop table", "sideways", null))
                .isEqualTo(Address.of(null, null, null, null, null, null));
    }

    @Test
    void theSameColumnAgainTurnsTheOrderRound() {
        var byClosed = Address.of(null, null, null, "closed", null, null);

        assertThat(byClosed.sortedBy(Column.CLOSED).path()).endsWith("?sort=closed&dir=asc");
        assertThat(byClosed.sortedBy(Column.CLOSED).sortedBy(Column.CLOSED).path())
                .endsWith("?sort=closed&dir=desc");
        assertThat(byClosed.sortedBy(Column.NAME).path()).endsWith("?sort=name&dir=asc");
    }

    @Test
    void whoeverHasNoFigureComesLastEitherWayRound() {
        var quick = answering(4, 5);
        var slow = answering(5, 50);
        var byFirst = Address.of(null, null, null, "first", null, null);

        assertThat(byFirst.arranged(List.of(AMY, slow, quick), Locale.TAIWAN)).containsExactly(quick, slow, AMY);
        assertThat(byFirst.sortedBy(Column.FIRST).arranged(List.of(AMY, slow, quick), Locale.TAIWAN))
                .containsExactly(slow, quick, AMY);
    }

    @Test
    void equalFiguresKeepTheOrderOfTheirAccounts() {
        var ascending = Address.of(null, null, null, "unread", "asc", null);

        assertThat(ascending.arranged(List.of(AMY, BEN, CARA), Locale.TAIWAN)).containsExactly(AMY, CARA, BEN);
    }

    @Test
    void aListWithoutTheColumnIsInItsUsualOrder() {
        var byStaged = Address.of("shops", null, null, "staged", "asc", null);

        assertThat(byStaged.ofPeople()).isEqualTo(Address.of(null, null, null, null, null, null));
        assertThat(byStaged.ofPeopleIn("7").path()).isEqualTo("/platform/performance?shop=7");
        assertThat(byStaged.sortedBy(Column.CLOSED).ofPeople().column()).isEqualTo(Column.CLOSED);
    }

    @Test
    void aSearchFindsNamesAndLoginsInWhateverCase() {
        assertThat(Address.of(null, null, "CAR", null, null, null).arranged(List.of(AMY, BEN, CARA), Locale.TAIWAN))
                .containsExactly(CARA);
        assertThat(Address.of(null, null, "demo:ben", null, null, null)
                        .arranged(List.of(AMY, BEN, CARA), Locale.TAIWAN))
                .containsExactly(BEN);
    }

    @Test
    void anIdFindsJustWhoseItIs() {
        var others = List.of(line(12, "Dora", 0), line(20, "Eve", 0));

        assertThat(Address.of(null, null, "12", null, null, null).arranged(others, Locale.TAIWAN))
                .containsExactly(others.getFirst());
        assertThat(Address.of(null, null, "2", null, null, null).arranged(others, Locale.TAIWAN))
                .isEmpty();
    }

    @Test
    void aSearchLongerThanAnyNameIsCut() {
        assertThat(Address.of(null, null, "x".repeat(100_000), null, null, null).words())
                .hasSize(100);
    }

    private static Line answering(long id, int seconds) {
        return line(id, "Dora", Tally.replies(Waits.of(seconds), Waits.of(seconds)), 0);
    }

    private static Line line(long id, String name, int unread) {
        return line(id, name, Tally.NONE, unread);
    }

    private static Line line(long id, String name, Tally tally, int unread) {
        var member = new Member(
                new MemberId(id),
                new EnterpriseId(1),
                "demo:" + name.toLowerCase(Locale.ROOT),
                name,
                false,
                true,
                Instant.EPOCH);
        return Line.of(new AgentRow(
                member,
                null,
                Timeline.of(new Day(LocalDate.EPOCH, ZoneOffset.UTC), List.of()),
                new Figures(tally, 0, unread, null)));
    }

    @Test
    void aPartOfTheListIsInItsAddressAndNonsenseIsTheFirst() {
        var third = Address.of(null, null, null, null, null, "3");

        assertThat(third.path()).isEqualTo("/platform/performance?page=3");
        assertThat(third.sortedBy(Column.OPEN).page()).isOne();
        for (var nonsense : List.of("0", "-1", "x", "999999", "1e3")) {
            assertThat(Address.of(null, null, null, null, null, nonsense).page())
                    .isOne();
        }
    }
}
