package dev.fenliu.routing.persistence;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.routing.domain.Explanation;
import dev.fenliu.routing.domain.Explanation.Candidate;
import dev.fenliu.routing.domain.Explanation.Exclusion;
import dev.fenliu.routing.domain.Explanation.Why;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An explanation as a row keeps it: who was compared, each with load and group, then who was not and why. Short, and of
 * signs that no statement has to escape: as JSON it took a third of the time of a batch, and three times the room.
 */
final class Trace {
    private static final int BASE = Character.MAX_RADIX;
    private static final char BETWEEN = ' ';
    private static final char PARTS = ',';
    private static final char EXCLUDED = '|';

    private Trace() {}

    static String write(Explanation why) {
        var text = new StringBuilder();
        for (var candidate : why.candidates()) {
            id(text, candidate.member().value()).append(PARTS).append(candidate.load());
            if (candidate.group() != null) {
                id(text.append(PARTS), candidate.group().value());
            }
            text.append(BETWEEN);
        }
        text.append(EXCLUDED);
        for (var exclusion : why.excluded()) {
            id(text, exclusion.member().value())
                    .append(PARTS)
                    .append(exclusion.why())
                    .append(BETWEEN);
        }
        return text.toString();
    }

    static Explanation read(String text) {
        var end = text.indexOf(EXCLUDED);
        return new Explanation(
                entries(text.substring(0, end), Trace::candidate), entries(text.substring(end + 1), Trace::exclusion));
    }

    private static StringBuilder id(StringBuilder text, long id) {
        return text.append(Long.toUnsignedString(id, BASE));
    }

    private static long id(String text) {
        return Long.parseUnsignedLong(text, BASE);
    }

    private static <T> List<T> entries(String text, Function<List<String>, T> entry) {
        return Stream.of(text.split(" ", -1))
                .filter(it -> !it.isEmpty())
                .map(it -> entry.apply(List.of(it.split(",", -1))))
                .toList();
    }

    private static Candidate candidate(List<String> parts) {
        var group = parts.size() < 3 ? null : new GroupId(id(parts.get(2)));
        return new Candidate(new MemberId(id(parts.getFirst())), Integer.parseInt(parts.get(1)), group);
    }

    private static Exclusion exclusion(List<String> parts) {
        return new Exclusion(new MemberId(id(parts.getFirst())), Why.valueOf(parts.get(1)));
    }
}
