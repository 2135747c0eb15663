package dev.fenliu.architecture;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;

/**
 * A template as the template engine's own parser reads it.
 *
 * @param name its path without the ending, such as {@code webchat/desk}
 */
record Template(String name, List<Element> elements, List<Text> texts) {
    /** An opened element, with the line where it stands. */
    record Element(String template, String name, Map<String, String> attributes, int line) {
        /** The attribute, whether computed ({@code th:}) or not. */
        Optional<String> attribute(String attribute) {
            return Stream.of("", "th:", "data-th-")
                    .map(prefix -> attributes.get(prefix + attribute))
                    .filter(value -> value != null)
                    .findFirst();
        }

        @Override
        public String toString() {
            return "<" + name + "> at " + template + ".html:" + line;
        }
    }

    /** Text between elements. */
    record Text(String words, int line) {}

    private static final Map<Path, Template> READ = new ConcurrentHashMap<>();

    static List<Template> of(Ground ground) {
        return ground.tree().files(Tree.TEMPLATES, ".html").entrySet().stream()
                .map(file -> READ.computeIfAbsent(
                        file.getValue(), path -> read(file.getKey().replaceFirst("\\.html$", ""), path)))
                .toList();
    }

    static Optional<Template> named(String name, List<Template> templates) {
        return templates.stream()
                .filter(template -> template.name().equals(name))
                .findFirst();
    }

    String folder() {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    }

    /** Whether a selector finds something here: a fragment, an id, or an element. */
    boolean has(String selector) {
        return elements.stream()
                .anyMatch(element -> selector.startsWith("#")
                        ? selector.substring(1).equals(element.attributes().get("id"))
                        : element.name().equals(selector)
                                || element.attribute("fragment")
                                        .filter(fragment -> fragment.replaceFirst("\\(.*", "")
                                                .strip()
                                                .equals(selector))
                                        .isPresent());
    }

    private static Template read(String name, Path file) {
        var template = new Template(name, new ArrayList<>(), new ArrayList<>());
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration())
                    .parse(new StringReader(Tree.read(file)), new Collector(template));
        } catch (ParseException e) {
            throw new IllegalStateException("cannot read template " + name, e);
        }
        return template;
    }

    private static final class Collector extends AbstractSimpleMarkupHandler {
        private final Template template;

        Collector(Template template) {
            this.template = template;
        }

        @Override
        public void handleOpenElement(
                String elementName, @Nullable Map<String, String> attributes, int line, int column) {
            var given = new TreeMap<String, String>();
            if (attributes != null) {
                attributes.forEach((attribute, value) -> given.put(attribute, value == null ? "" : value));
            }
            template.elements.add(new Element(template.name, elementName, given, line));
        }

        @Override
        public void handleStandaloneElement(
                String elementName, @Nullable Map<String, String> attributes, boolean minimized, int line, int column) {
            handleOpenElement(elementName, attributes, line, column);
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            template.texts.add(new Text(new String(buffer, offset, length), line));
        }
    }
}
