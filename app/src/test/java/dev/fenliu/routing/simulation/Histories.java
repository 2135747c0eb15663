package dev.fenliu.routing.simulation;

import dev.fenliu.accounts.Presence;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.routing.simulation.Step.CardKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Makes histories up, each from its seed. */
final class Histories {
    /** On, just before and just after every limit of the rules, and some in between. */
    private static final List<Duration> SPANS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(89),
            Duration.ofSeconds(90),
            Duration.ofSeconds(91),
            Duration.ofMinutes(4),
            Duration.ofMinutes(9),
            Duration.ofMinutes(10).minusSeconds(90),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10).plus(Duration.ofNanos(1_000)),
            Duration.ofMinutes(11),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30).plus(Duration.ofNanos(1_000)),
            Duration.ofMinutes(31),
            Duration.ofHours(3),
            Duration.ofHours(71).plusMinutes(30),
            Duration.ofHours(72),
            Duration.ofHours(72).plus(Duration.ofNanos(1_000)));

    private static final List<ChatSource> SOURCES = List.of(ChatSource.values());
    private static final List<TieBreak> TIE_BREAKS = List.of(TieBreak.values());

    /** 售前 and 售後 in S, whose sources overlap; one group in T; an agent who answers in S alone. */
    private static final List<Step> OPENING = List.of(
            new Step.Answers(0, 0, Set.of(ChatSource.PRODUCT_PAGE)),
            new Step.Answers(0, 1, Set.of(ChatSource.ORDER_PAGE, ChatSource.CART)),
            new Step.Answers(0, 2, Set.of(ChatSource.CART)),
            new Step.Fills(0, 0, Set.of(1, 2)),
            new Step.Fills(0, 1, Set.of(3)),
            new Step.Sets(0, true, null, 2, null),
            new Step.Answers(1, 0, Set.of(ChatSource.PRODUCT_PAGE, ChatSource.ORDER_PAGE)),
            new Step.Fills(1, 0, Set.of(3, 4)),
            new Step.May(5, true, Set.of(0)),
            new Step.Sets(1, true, true, 3, null));

    private final RandomGenerator random;

    private Histories(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static List<Step> history(long seed, int length) {
        var histories = new Histories(seed);
        var steps = new ArrayList<>(OPENING);
        while (steps.size() < length) {
            steps.add(histories.step());
        }
        return steps;
    }

    private Step step() {
        var dice = random.nextInt(100);
        if (dice < 30) return new Step.Writes(shop(), buyer(), source(), card());
        if (dice < 40) return new Step.Chooses(member(), presence());
        if (dice < 47) return new Step.Opens(member());
        if (dice < 49) return new Step.Crashes(member());
        if (dice < 57) return new Step.Reads(shop(), buyer());
        if (dice < 63) return new Step.Replies(shop(), buyer());
        if (dice < 66) return new Step.Closes(shop(), buyer());
        if (dice < 70) return new Step.Forwards(shop(), buyer(), target());
        if (dice < 72) return new Step.Reassigns(shop(), buyer(), target());
        if (dice < 73) return new Step.ReassignsAll(member(), target());
        if (dice < 78) return settings();
        if (dice < 82) return new Step.Fills(shop(), random.nextInt(Step.GROUPS), some(Step.MEMBERS));
        if (dice < 83) return new Step.Answers(shop(), random.nextInt(Step.GROUPS), sources());
        if (dice < 87) return new Step.May(agent(), random.nextInt(8) > 0, shops());
        if (dice < 89) return new Step.Becomes(shop(), random.nextInt(4) > 0);
        // Most spans are short, or nobody would stay.
        return new Step.Passes(SPANS.get(oftenLow(SPANS.size())));
    }

    private Step settings() {
        var shop = shop();
        return switch (random.nextInt(5)) {
            case 0 -> new Step.Sets(shop, true, null, null, null);
            case 1 -> new Step.Sets(shop, random.nextBoolean(), null, null, null);
            case 2 -> new Step.Sets(shop, null, random.nextBoolean(), null, null);
            case 3 -> new Step.Sets(shop, null, null, 1 + random.nextInt(4), null);
            default -> new Step.Sets(shop, null, null, null, TIE_BREAKS.get(random.nextInt(TIE_BREAKS.size())));
        };
    }

    private Step.Target target() {
        return random.nextInt(3) == 0
                ? new Step.ToGroup(shop(), random.nextInt(Step.GROUPS))
                : new Step.ToMember(member());
    }

    private Presence presence() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Presence.ONLINE;
            case 2 -> Presence.HIDDEN;
            default -> Presence.OFFLINE;
        };
    }

    private CardKind card() {
        return switch (random.nextInt(8)) {
            case 0 -> CardKind.PRODUCT;
            case 1 -> CardKind.ORDER;
            default -> CardKind.NONE;
        };
    }

    private Set<Integer> shops() {
        return random.nextInt(3) > 0 ? Set.of(0, 1) : some(Step.SHOPS);
    }

    private Set<ChatSource> sources() {
        var chosen = new HashSet<ChatSource>();
        chosen.add(source());
        chosen.add(source());
        return chosen;
    }

    private Set<Integer> some(int of) {
        var chosen = new HashSet<Integer>();
        IntStream.range(0, of).filter(it -> random.nextInt(3) == 0).forEach(chosen::add);
        return chosen;
    }

    private ChatSource source() {
        return SOURCES.get(oftenLow(SOURCES.size()));
    }

    private int oftenLow(int bound) {
        var one = random.nextInt(bound);
        var other = random.nextInt(bound);
        return Math.min(one, other);
    }

    private int shop() {
        return random.nextInt(Step.SHOPS);
    }

    private int buyer() {
        return random.nextInt(Step.BUYERS);
    }

    private int member() {
        return random.nextInt(Step.MEMBERS);
    }

    private int agent() {
        return 1 + random.nextInt(Step.MEMBERS - 1);
    }
}
