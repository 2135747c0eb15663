package dev.fenliu.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The table {@code who-may-what.txt}, read. */
record WhoMayWhat(Part people, Part programs) {
    /** Some rows under the same heads. */
    record Part(List<String> who, List<Row> rows) {}

    /**
     * A route, and what each is answered there.
     *
     * @param sent the body, or the query where it begins with a question mark; empty for nothing
     */
    record Row(String method, String path, List<String> answers, String sent) {
        String route() {
            return method + " " + path;
        }

        boolean looks() {
            return method.equals("GET");
        }
    }

    static WhoMayWhat read() {
        try {
            var text = new ClassPathResource("access/who-may-what.txt").getContentAsString(UTF_8);
            var programs = text.indexOf("PROGRAMS ");
            return new WhoMayWhat(
                    part(text.substring(text.indexOf("PEOPLE "), programs)), part(text.substring(programs)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Part part(String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var heads = words(lines.getFirst());
        var who = heads.subList(1, heads.size());
        return new Part(who, lines.stream().skip(1).map(line -> row(line, who)).toList());
    }

    private static Row row(String line, List<String> who) {
        var bar = line.indexOf(" | ");
        var words = words(bar < 0 ? line : line.substring(0, bar));
        var answers = words.subList(2, words.size());
        assertThat(answers).as(line).hasSameSizeAs(who);
        return new Row(
                words.get(0),
                words.get(1),
                answers,
                bar < 0 ? "" : line.substring(bar + 3).strip());
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split(" +"));
    }
}
