package dev.fenliu.architecture;

import static dev.fenliu.architecture.Things.condition;
import static dev.fenliu.architecture.Things.every;

import com.tngtech.archunit.lang.ArchRule;
import dev.fenliu.architecture.Template.Element;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template may say. */
final class TemplateRules {
    private static final Pattern REFERENCE =
            Pattern.compile("~\\{\\s*([^:{}\\s]*(?:\\$\\{[^}]*})?)\\s*(?:::\\s*([^(){}\\s]+))?");
    private static final Set<String> INSERTING = Set.of("th:replace", "th:insert", "data-th-replace", "data-th-insert");
    private static final Set<String> SHARED = Set.of("kit", "error");
    private static final Pattern UNSAFE = Pattern.compile("(th:|data-|data-th-)?hx-(post|put|patch|delete)");

    private static final String ICONS = "ui-templates/src/main/resources/static/icons.svg";
    private static final Pattern ICON = Pattern.compile("\\bicon\\('([^']*)'\\)");

    private TemplateRules() {}

    static ArchRule everyFragmentExists(Ground ground) {
        var templates = Template.of(ground);
        return every("templates", templates)
                .should(condition(
                        "refer only to templates and fragments that exist",
                        template -> elements(template)
                                .flatMap(element -> references(element)
                                        .flatMap(reference -> fault(reference, template, templates))
                                        .map(fault -> fault + ", named by " + element))))
                .because("a fragment that is not there shows only when somebody asks for the page");
    }

    private static Stream<String> fault(MatchResult reference, Template from, List<Template> templates) {
        var name = reference.group(1);
        var selector = reference.group(2);
        if (name.contains("$")) {
            return Stream.of("a template's name is put together: " + reference.group());
        }
        var own = name.isEmpty() || name.equals("this");
        var target = own ? from : Template.named(name, templates).orElse(null);
        if (target == null) {
            return Stream.of("there is no template " + name + ".html");
        }
        return selector == null || target.has(selector)
                ? Stream.empty()
                : Stream.of("there is no fragment \"" + selector + "\" in " + target.name() + ".html");
    }

    static ArchRule fragmentsComeFromTheirOwnOrTheKit(Ground ground) {
        return every("templates", Template.of(ground))
                .should(condition(
                        "borrow fragments only from their own folder and the kit",
                        template -> elements(template)
                                .flatMap(element -> references(element)
                                        .map(reference -> reference.group(1))
                                        .filter(name -> name.contains("/"))
                                        .map(Views::folder)
                                        .filter(folder -> !SHARED.contains(folder) && !folder.equals(template.folder()))
                                        .map(folder -> "a fragment of " + folder + " is borrowed by " + element))))
                .because(
                        "a part that a second module's screen uses moves to the kit; the model behind another module's "
                                + "template is that module's own");
    }

    static ArchRule templatesKeepTheContentPolicy(Ground ground) {
        return every("templates", Template.of(ground))
                .should(condition(
                        "hold no script, no style and nothing unescaped",
                        template -> Stream.concat(
                                elements(template)
                                        .flatMap(element -> smells(element).map(smell -> smell + " in " + element)),
                                template.texts().stream()
                                        .filter(text -> text.words().contains("[("))
                                        .map(text -> "unescaped text at " + template.name() + ".html:" + text.line()))))
                .because("the pages run under a strict content security policy, and names and messages are other "
                        + "people's words: only text is written, never markup");
    }

    private static Stream<String> smells(Element element) {
        var ofAttributes = element.attributes().entrySet().stream()
                .filter(attribute -> smells(attribute.getKey().toLowerCase(Locale.ROOT), attribute.getValue()))
                .map(attribute -> attribute.getKey() + "=\"" + attribute.getValue() + "\"");
        var bare = element.name().equals("style")
                || (element.name().equals("script") && element.attribute("src").isEmpty());
        return Stream.concat(ofAttributes, bare ? Stream.of("something inline") : Stream.empty());
    }

    private static boolean smells(String name, String value) {
        if (name.matches("(data-)?th[:-]utext|(data-)?hx-on.*|((data-)?th[:-])?(style|styleappend|on\\w+)")) {
            return true;
        }
        // Old references without ~{…} would escape the rules about fragments.
        var hidden = INSERTING.contains(name) && !value.contains("{");
        var script = name.matches("(th:|data-)?hx-(vals|headers)") && value.contains("js:");
        return hidden || script || value.contains("__${");
    }

    static ArchRule unsafeRequestsComeFromForms(Ground ground) {
        return every("templates", Template.of(ground))
                .should(condition(
                        "change things only through forms with a computed action",
                        template -> elements(template)
                                .filter(TemplateRules::isUnsafeWithoutAToken)
                                .map(element -> "no CSRF token goes along with " + element)))
                .because("the hidden token of a form with th:action goes along, and the form works without JavaScript");
    }

    private static boolean isUnsafeWithoutAToken(Element element) {
        var asks = element.attributes().keySet().stream()
                .anyMatch(name -> UNSAFE.matcher(name).matches());
        var posts = element.attribute("method").filter("post"::equalsIgnoreCase).isPresent();
        var isForm = element.name().equals("form");
        var changes = asks || (posts && isForm);
        return changes && !(isForm && element.attributes().containsKey("th:action"));
    }

    static ArchRule everyIconExists(Ground ground) {
        var drawn = ground.tree().file(ICONS).map(Tree::read).orElse("");
        return every("templates", Template.of(ground))
                .should(condition(
                        "show only icons that are drawn",
                        template -> elements(template)
                                .flatMap(element -> icons(element)
                                        .filter(icon -> !drawn.contains("id=\"" + icon + "\""))
                                        .map(icon -> "there is no icon \"" + icon + "\" for " + element))))
                .because("an icon that is not drawn is a hole in the page that no test of words notices");
    }

    private static Stream<String> icons(Element element) {
        return element.attributes().values().stream()
                .flatMap(value -> ICON.matcher(value).results())
                .map(found -> found.group(1));
    }

    private static Stream<Element> elements(Template template) {
        return template.elements().stream();
    }

    private static Stream<MatchResult> references(Element element) {
        return element.attributes().values().stream()
                .flatMap(value -> REFERENCE.matcher(value).results());
    }
}
