package dev.fenliu.routing.domain;

import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.domain.Traffic.Chat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Chats that are made up: each of another buyer, at any moment alike. The same numbers make the same chats.
 *
 * @param sources how many of all chats start there, in parts of their sum
 * @param readAfterSeconds how long whoever gets a chat takes to read it
 */
public record MadeTraffic(int chats, int minutes, Map<ChatSource, Integer> sources, int readAfterSeconds, long seed) {
    /** On which it comes, from its first moment: no day of any shop, and as good as one. */
    public static final LocalDay DAY = new LocalDay(LocalDate.of(2000, 1, 1), ZoneOffset.UTC);

    private static final int MOST_CHATS = 5_000;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_READING = 24 * 60 * 60;

    public MadeTraffic {
        sources = sources.isEmpty() ? Map.of() : new EnumMap<>(sources);
        if (sources.values().stream().allMatch(part -> part == 0)) throw new TrafficWithoutSource();
    }

    /** Throws {@link NumberOutOfRange} with the number's name, and {@link TrafficWithoutSource}. */
    public static MadeTraffic of(
            long chats, long minutes, Map<ChatSource, Long> sources, long readAfterSeconds, long seed) {
        var parts = new EnumMap<ChatSource, Integer>(ChatSource.class);
        sources.forEach((source, part) ->
                parts.put(source, NumberOutOfRange.between(0, part, MOST_PARTS, "sources." + source)));
        return new MadeTraffic(
                NumberOutOfRange.between(1, chats, MOST_CHATS, "chats"),
                NumberOutOfRange.between(1, minutes, MOST_MINUTES, "minutes"),
                parts,
                NumberOutOfRange.between(0, readAfterSeconds, LONGEST_READING, "readAfterSeconds"),
                seed);
    }

    public Traffic traffic() {
        var random = new Random(seed);
        var from = DAY.start();
        var span = Duration.ofMinutes(minutes);
        var moments = LongStream.generate(() -> (long) (random.nextDouble() * span.toMillis()))
                .limit(chats)
                .sorted()
                .toArray();
        var made = new ArrayList<Chat>(chats);
        for (var number = 0; number < chats; number++) {
            made.add(new Chat(
                    new ConversationId(number + 1L),
                    number,
                    source(random),
                    from.plusMillis(moments[number]),
                    Duration.ofSeconds(readAfterSeconds),
                    null,
                    null));
        }
        return new Traffic(from, from.plus(span), made);
    }

    private ChatSource source(Random random) {
        var all = sources.values().stream().mapToInt(Integer::intValue).sum();
        var drawn = random.nextInt(all);
        for (var source : sources.entrySet()) {
            drawn -= source.getValue();
            if (drawn < 0) return source.getKey();
        }
        throw new IllegalStateException("parts do not make their sum: " + sources);
    }
}
