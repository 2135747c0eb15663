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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private static final List<Step.Role> ROLES = List.of(Step.Role.values());
    private static final List<TieBreak> TIE_BREAKS = List.of(TieBreak.values());

    /** 售前 and 售後 in S, whose sources overlap; one group in T; an agent who answers in S alone. */
    private static final List<Step> OPENING = List.of(
            new Step.Creates(0, 0, Set.of(ChatSource.PRODUCT_PAGE), Set.of(1, 2)),
            new Step.Creates(0, 1, Set.of(ChatSource.ORDER_PAGE, ChatSource.CART), Set.of(3)),
            new Step.Creates(0, 2, Set.of(ChatSource.CART), Set.of()),
            new Step.Sets(0, true, null, 2, null),
            new Step.Creates(1, 0, Set.of(ChatSource.PRODUCT_PAGE, ChatSource.ORDER_PAGE), Set.of(3, 4)),
            new Step.May(5, null, Set.of(new Step.Grant(Step.Role.AGENT, 0))),
            new Step.Sets(1, true, true, 3, null));

    private final RandomGenerator random;

    private Histories(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static List<Step> history(long seed, int length) {
        var histories = new Histories(seed);
        var steps = new ArrayList<>(OPENING);
        while (steps.size() < length) {
            steps.addAll(histories.next());
        }
        return steps;
    }

    private List<Step> next() {
        return random.nextInt(60) == 0 ? everybodyLeavesAndSomebodyComesBack() : List.of(step());
    }

    /** Chance alone would hardly ever turn distribution off by the last member's leaving, and on again. */
    private List<Step> everybodyLeavesAndSomebodyComesBack() {
        var shop = shop();
        var steps = new ArrayList<Step>();
        IntStream.range(0, Step.GROUPS)
                .mapToObj(group -> new Step.Changes(shop, group, null, Set.of()))
                .forEach(steps::add);
        Stream.generate(this::step).limit(random.nextInt(4)).forEach(steps::add);
        steps.add(new Step.Changes(shop, 0, null, some(Step.MEMBERS)));
        steps.add(new Step.Sets(shop, true, null, null, null));
        return steps;
    }

    private Step step() {
        var dice = random.nextInt(100);
        if (dice < 29) return new Step.Writes(shop(), buyer(), source(), card());
        if (dice < 39) return new Step.Chooses(member(), presence());
        if (dice < 46) return new Step.Opens(member());
        if (dice < 48) return new Step.Crashes(member());
        if (dice < 56) return new Step.Reads(shop(), buyer(), unseen());
        if (dice < 62) return new Step.Replies(shop(), buyer());
        if (dice < 66) return new Step.Closes(shop(), buyer(), unseen());
        if (dice < 69) return new Step.Forwards(shop(), buyer(), target());
        if (dice < 71) return new Step.Reassigns(shop(), buyer(), target());
        if (dice < 72) return new Step.ReassignsAll(member(), target());
        if (dice < 77) return settings();
        if (dice < 83) return groups();
        if (dice < 87) return rights();
        if (dice < 89) return new Step.Becomes(shop(), random.nextInt(4) > 0);
        // Most spans are short, or nobody would stay.
        return new Step.Passes(SPANS.get(oftenLow(SPANS.size())));
    }

    /** Those who look at something older than the last message are few. */
    private @Nullable Integer unseen() {
        return random.nextInt(3) == 0 ? Integer.valueOf(random.nextInt(3)) : null;
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

    private Step groups() {
        var shop = shop();
        var group = random.nextInt(Step.GROUPS);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Step.Creates(shop, group, sources(), some(Step.MEMBERS));
            case 3 -> new Step.Deletes(shop, group);
            case 4 -> new Step.Changes(shop, group, sources(), null);
            case 5 -> new Step.Changes(shop, group, sources(), some(Step.MEMBERS));
            case 6 -> new Step.Changes(shop, group, null, Set.of());
            case 7 -> new Step.Changes(shop, group, null, Set.of(member()));
            default -> new Step.Changes(shop, group, null, some(Step.MEMBERS));
        };
    }

    private Step rights() {
        var agent = agent();
        return switch (random.nextInt(8)) {
            case 0 -> new Step.May(agent, false, null);
            case 1, 2 -> new Step.May(agent, true, null);
            case 3 -> new Step.May(agent, random.nextBoolean(), grants());
            case 4 -> new Step.May(agent, null, grants());
            case 5 -> new Step.Gets(agent, new Step.Grant(role(), shop()), false);
            default -> new Step.Gets(agent, new Step.Grant(role(), shop()), true);
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

    private Set<Step.Grant> grants() {
        var chosen = new HashSet<Step.Grant>();
        for (var shop = 0; shop < Step.SHOPS; shop++) {
            if (random.nextInt(4) > 0) chosen.add(new Step.Grant(role(), shop));
        }
        return chosen;
    }

    private Step.Role role() {
        return ROLES.get(oftenLow(ROLES.size()));
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
