package dev.fenliu.routing.domain;

import static dev.fenliu.chatgroups.ChatSource.CART;
import static dev.fenliu.chatgroups.ChatSource.ORDER_PAGE;
import static dev.fenliu.chatgroups.ChatSource.PRODUCT_PAGE;
import static dev.fenliu.chatgroups.TieBreak.LEAST_RECENTLY_ASSIGNED;
import static dev.fenliu.chatgroups.TieBreak.OLDEST_ACCOUNT;
import static dev.fenliu.routing.Reason.ALL_AT_CAP;
import static dev.fenliu.routing.Reason.DISTRIBUTION_OFF;
import static dev.fenliu.routing.Reason.FALLBACK;
import static dev.fenliu.routing.Reason.GROUP;
import static dev.fenliu.routing.Reason.LOYAL;
import static dev.fenliu.routing.Reason.LOYAL_HOLD;
import static dev.fenliu.routing.Reason.MAIN_LAST;
import static dev.fenliu.routing.Reason.NOBODY_ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Desks.Stretch;
import dev.fenliu.routing.domain.Findings.Share;
import dev.fenliu.routing.domain.Traffic.Chat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop whose 售前 has the product chats; who is in it, and when they are there, is each test's. */
class WhatIfTests {
    private static final ShopId SHOP = new ShopId(1);
    private static final MemberId MAIN = new MemberId(100);
    private static final MemberId P1 = new MemberId(101);
    private static final MemberId P2 = new MemberId(102);
    private static final Instant START = MadeTraffic.DAY.start();
    private static final int HOUR = 60;

    private final List<Chat> chats = new ArrayList<>();
    private final List<Stretch> shifts = new ArrayList<>();
    private Set<MemberId> group = Set.of(P1, P2);
    private List<MemberId> everybody = List.of(MAIN, P1, P2);
    private boolean enabled = true;
    private boolean includeMain;
    private int cap = 100;
    private TieBreak tieBreak = OLDEST_ACCOUNT;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void equalAgentsWhoReadNothingGetEquallyMany(long seed) {
        crowd(7);
        online(everybody, 0, HOUR);

        var findings = run(made(400, Duration.ofDays(1), seed));

        assertThat(findings.assigned()).isEqualTo(400);
        assertThat(agents(findings))
                .allSatisfy(share -> assertThat(share.assigned()).isBetween(57, 58));
    }

    @Test
    void whoReadsAtOnceGetsTheirTurnOnlyIfTheShopTakesTurns() {
        crowd(4);
        online(everybody, 0, HOUR);

        assertThat(agents(run(made(200, Duration.ZERO, 1))))
                .extracting(Share::assigned)
                .containsExactly(200, 0, 0, 0);

        tieBreak = LEAST_RECENTLY_ASSIGNED;
        assertThat(agents(run(made(200, Duration.ZERO, 1))))
                .extracting(Share::assigned)
                .containsOnly(50);
    }

    @Test
    void nobodyEverHasMoreThanTheCap() {
        crowd(3);
        cap = 5;
        online(everybody, 0, HOUR);

        var findings = run(made(300, Duration.ofMinutes(10), 1));

        assertThat(agents(findings)).extracting(Share::maxLoad).containsOnly(5);
        assertThat(findings.waiting()).isPositive();
        assertThat(findings.assigned() + findings.waiting()).isEqualTo(300);
        assertThat(findings.waits().neverAssigned()).isEqualTo(findings.waiting());
        assertThat(findings.reasons())
                .containsEntry(ALL_AT_CAP, findings.waits().staged());
    }

    @Test
    void allWaitWhileNobodyIsOnline() {
        var findings = run(made(50, Duration.ofMinutes(1), 1));

        assertThat(findings.waiting()).isEqualTo(50);
        assertThat(findings.reasons()).isEqualTo(Map.of(NOBODY_ONLINE, 50));
        assertThat(findings.waits().longest()).isNull();
    }

    @Test
    void whoeverComesOnlineGetsTheOldestFirst() {
        cap = 2;
        arrive(PRODUCT_PAGE, 0, null);
        arrive(PRODUCT_PAGE, 10, null);
        arrive(PRODUCT_PAGE, 20, null);
        online(List.of(P1), 30, HOUR);

        var findings = run();

        assertThat(findings.waits().longest()).isEqualTo(Duration.ofMinutes(30));
        assertThat(findings.waits().median()).isEqualTo(Duration.ofMinutes(20));
        assertThat(findings.waiting()).isOne();
    }

    @Test
    void whatIsReadMakesRoomForTheOldestThatWaits() {
        cap = 1;
        arrive(PRODUCT_PAGE, 0, Duration.ofMinutes(7));
        arrive(PRODUCT_PAGE, 1, Duration.ofMinutes(7));
        arrive(PRODUCT_PAGE, 2, Duration.ofMinutes(7));
        online(List.of(P1), 0, HOUR);

        var findings = run();

        assertThat(findings.assigned()).isEqualTo(3);
        assertThat(findings.waits().median()).isEqualTo(Duration.ofMinutes(6));
        assertThat(findings.waits().longest()).isEqualTo(Duration.ofMinutes(12));
        assertThat(share(findings, P1).unread()).isZero();
    }

    @Test
    void aNewerChatNeverOvertakesOneThatWaits() {
        cap = 1;
        arrive(PRODUCT_PAGE, 0, Duration.ofMinutes(5));
        arrive(PRODUCT_PAGE, 1, null);
        arrive(PRODUCT_PAGE, 5, null);
        online(List.of(P1), 0, HOUR);

        var findings = run();

        assertThat(findings.waits().longest()).isEqualTo(Duration.ofMinutes(4));
        assertThat(findings.waiting()).isOne();
    }

    @Test
    void whoeverIsGoneReadsNothing() {
        cap = 1;
        arrive(PRODUCT_PAGE, 0, Duration.ofMinutes(5));
        arrive(PRODUCT_PAGE, 1, null);
        online(List.of(P1), 0, 2);
        online(List.of(P1), 30, HOUR);

        var findings = run();

        assertThat(findings.waits().longest()).isEqualTo(Duration.ofMinutes(29));
        assertThat(share(findings, P1).online()).isEqualTo(Duration.ofMinutes(32));
    }

    @Test
    void theMainAccountComesLastWhereItIsIncluded() {
        cap = 1;
        arrive(PRODUCT_PAGE, 0, null);
        arrive(PRODUCT_PAGE, 1, null);
        online(List.of(MAIN, P1), 0, HOUR);

        assertThat(run().reasons()).isEqualTo(Map.of(GROUP, 1, ALL_AT_CAP, 1));

        includeMain = true;
        assertThat(run().reasons()).isEqualTo(Map.of(GROUP, 1, MAIN_LAST, 1));
    }

    @Test
    void theMainAccountGetsEverythingWhileDistributionIsOff() {
        enabled = false;
        arrive(PRODUCT_PAGE, 0, null);
        online(List.of(P1), 0, HOUR);

        var findings = run();

        assertThat(share(findings, MAIN).assigned()).isOne();
        assertThat(findings.reasons()).isEqualTo(Map.of(DISTRIBUTION_OFF, 1));
    }

    @Test
    void aSourceThatNoGroupHasGoesToAnybody() {
        arrive(CART, 0, null);
        online(List.of(P2), 0, HOUR);

        assertThat(run().reasons()).isEqualTo(Map.of(FALLBACK, 1));
    }

    @Test
    void aBuyerComesBackToWhoeverHadThem() {
        arrive(PRODUCT_PAGE, 0, Duration.ZERO);
        back(1, null, 40);
        online(List.of(P1), 0, 20);
        online(List.of(P2), 30, HOUR);
        online(List.of(P1), 35, HOUR);

        var findings = run();

        assertThat(share(findings, P1).assigned()).isEqualTo(2);
        assertThat(findings.reasons()).isEqualTo(Map.of(GROUP, 1, LOYAL, 1));
    }

    @Test
    void aBuyerFromBeforeComesBackToWhoeverReallyHadThem() {
        back(9, P2, 0);
        online(List.of(P1, P2), 0, HOUR);

        assertThat(share(run(), P2).assigned()).isOne();
    }

    @Test
    void aChatIsHeldForWhoeverHasJustGoneAndReleasedAfterTenMinutes() {
        back(9, P2, 15);
        online(List.of(P2), 0, 10);
        online(List.of(P1), 0, HOUR);

        var findings = run();

        assertThat(findings.reasons()).isEqualTo(Map.of(LOYAL_HOLD, 1, GROUP, 1));
        assertThat(share(findings, P1).assigned()).isOne();
        assertThat(share(findings, P2).unread()).isZero();
        assertThat(findings.waits().longest()).isEqualTo(Duration.ofMinutes(5).plusNanos(1_000));
    }

    @Test
    void aHeldChatIsTheirsWhenTheyAreBackInTime() {
        back(9, P2, 15);
        online(List.of(P2), 0, 10);
        online(List.of(P2), 19, HOUR);
        online(List.of(P1), 0, HOUR);

        var findings = run();

        assertThat(share(findings, P2).assigned()).isOne();
        assertThat(share(findings, P2).maxLoad()).isOne();
        assertThat(findings.waits().longest()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void aHeldChatThatNobodyTakesWaitsForItsAgent() {
        cap = 1;
        arrive(PRODUCT_PAGE, 0, null);
        back(9, P2, 15);
        online(List.of(P2), 0, 10);
        online(List.of(P2), 40, HOUR);

        var findings = run();

        assertThat(findings.reasons()).isEqualTo(Map.of(GROUP, 1, LOYAL_HOLD, 1, NOBODY_ONLINE, 1, LOYAL, 1));
        assertThat(share(findings, P2).maxLoad()).isEqualTo(2);
    }

    @Test
    void theSameNumbersHaveTheSameAnswer() {
        crowd(5);
        cap = 3;
        online(everybody, 0, 40);

        var once = run(made(500, Duration.ofSeconds(90), 7));

        assertThat(run(made(500, Duration.ofSeconds(90), 7))).isEqualTo(once);
        assertThat(run(made(500, Duration.ofSeconds(90), 8))).isNotEqualTo(once);
    }

    @Test
    void madeChatsComeFromTheirSourcesInTheGivenParts() {
        var sources = new TreeMap<ChatSource, Integer>();
        made(4_000, Duration.ZERO, 1).chats().forEach(chat -> sources.merge(chat.source(), 1, Integer::sum));

        assertThat(sources).containsOnlyKeys(PRODUCT_PAGE, ORDER_PAGE);
        assertThat(sources.get(PRODUCT_PAGE)).isBetween(2_900, 3_100);
    }

    /** Takes some tens of milliseconds. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void fiveThousandChatsAmongFiftyAgentsTakeNoTime() {
        crowd(50);
        cap = 20;
        online(everybody, 30, HOUR);

        var began = System.nanoTime();
        var findings = run(made(5_000, Duration.ofMinutes(5), 1));
        System.out.println("5,000 chats among fifty agents: " + Duration.ofNanos(System.nanoTime() - began));

        assertThat(findings.waits().staged()).isGreaterThan(2_000);
    }

    private void crowd(int agents) {
        group = Set.copyOf(LongStream.rangeClosed(1, agents)
                .mapToObj(number -> new MemberId(MAIN.value() + number))
                .toList());
        everybody = group.stream()
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .toList();
    }

    private void online(List<MemberId> members, int from, int until) {
        members.forEach(member -> shifts.add(new Stretch(
                member, Presence.ONLINE, START.plus(Duration.ofMinutes(from)), START.plus(Duration.ofMinutes(until)))));
    }

    /** From a buyer of its own. */
    private void arrive(ChatSource source, int minute, @Nullable Duration readAfter) {
        var id = chats.size() + 1;
        chats.add(new Chat(
                new ConversationId(id), id, source, START.plus(Duration.ofMinutes(minute)), readAfter, null, null));
    }

    /** From a buyer who has talked with the shop an hour before. */
    private void back(long buyer, @Nullable MemberId handler, int minute) {
        var at = START.plus(Duration.ofMinutes(minute));
        chats.add(new Chat(
                new ConversationId(chats.size() + 1),
                buyer,
                PRODUCT_PAGE,
                at,
                null,
                handler,
                at.minus(Duration.ofHours(1))));
    }

    private static Traffic made(int chats, Duration reading, long seed) {
        var sources = new EnumMap<ChatSource, Integer>(Map.of(PRODUCT_PAGE, 3, ORDER_PAGE, 1));
        return new MadeTraffic(chats, HOUR, sources, (int) reading.toSeconds(), seed).traffic();
    }

    private Findings run() {
        return run(new Traffic(START, START.plus(Duration.ofMinutes(HOUR)), chats));
    }

    private Findings run(Traffic traffic) {
        var setup = new ShopSetup(
                SHOP,
                enabled,
                includeMain,
                cap,
                tieBreak,
                List.of(new ChatGroup(new GroupId(1), SHOP, "售前", Set.of(PRODUCT_PAGE), group)));
        var agents = everybody.stream().map(WhatIfTests::agent).toList();
        return new WhatIf(Loyalty.STANDARD, setup, agent(MAIN), agents, new Shifts(shifts), traffic).run();
    }

    private static Agent agent(MemberId member) {
        return new Agent(
                member,
                Presence.OFFLINE,
                Instant.EPOCH,
                null,
                Instant.EPOCH.plusSeconds(member.value()),
                member.equals(MAIN),
                0,
                Instant.EPOCH);
    }

    private static List<Share> agents(Findings findings) {
        return findings.shares().stream()
                .filter(share -> !share.member().equals(MAIN))
                .toList();
    }

    private static Share share(Findings findings, MemberId member) {
        return findings.shares().stream()
                .filter(share -> share.member().equals(member))
                .findFirst()
                .orElseThrow();
    }
}
