package dev.fenliu.accounts.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** The chapters of the help centre, in their order; their words are under {@code help.<chapter>}. */
enum HelpChapter {
    ABOUT("", "what words"),
    START("", "switch off"),
    GROUPS("groups", "create members sources"),
    WEBCHAT("desk", "forward hide presence"),
    RULES("", "order load loyal staging stay"),
    MAIN("", "a b c d"),
    FIGURES("performance", "read"),
    FAQ("", "missing empty copy main closed");

    private final String picture;
    private final String sections;

    HelpChapter(String picture, String sections) {
        this.picture = picture;
        this.sections = sections;
    }

    Told in(MessageSource messages, Locale language) {
        var code = name().toLowerCase(Locale.ROOT);
        var told = Stream.of(sections.split(" "))
                .map(it -> new Section(
                        code + "-" + it,
                        said(messages, "help." + code + "." + it, language),
                        lines(said(messages, "help." + code + "." + it + ".text", language)),
                        lines(said(messages, "help." + code + "." + it + ".steps", language))))
                .toList();
        return new Told(code, said(messages, "help." + code, language), picture, told);
    }

    private static String said(MessageSource messages, String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, "", language));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    /**
     * A chapter in the reader's language.
     *
     * @param picture of the page that it tells of; empty if there is none
     */
    record Told(String code, String title, String picture, List<Section> sections) {
        /** What of it mentions all the words; nothing to look for leaves it whole. */
        Told about(String words) {
            if (words.isBlank()) return this;
            var fitting = sections.stream().filter(it -> it.mentions(words)).toList();
            return new Told(code, title, "", fitting);
        }
    }

    /**
     * What one looks up.
     *
     * @param steps what to do, one after the other; empty if there is nothing to do
     */
    record Section(String anchor, String title, List<String> lines, List<String> steps) {
        private boolean mentions(String words) {
            var text = Stream.of(List.of(title), lines, steps)
                    .flatMap(List::stream)
                    .reduce("", (all, line) -> all + "\n" + line)
                    .toLowerCase(Locale.ROOT);
            return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
        }
    }
}
