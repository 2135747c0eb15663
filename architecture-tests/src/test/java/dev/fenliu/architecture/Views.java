package dev.fenliu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of views that classes hold, and whether there are such templates and fragments. */
final class Views {
    private static final Pattern NAME = Pattern.compile("([a-z][\\w-]*)/([\\w/-]+)(?:\\s*::\\s*(\\S+))?");

    private final List<Template> templates;
    private final Set<String> folders;

    Views(Ground ground) {
        this.templates = Template.of(ground);
        this.folders = Stream.concat(
                        templates.stream().map(Template::folder),
                        ground.line().stream().map(Module::name))
                .collect(Collectors.toSet());
    }

    /** Whether a string names something in one of the folders of templates. */
    boolean looksLikeOne(String text) {
        return (text.contains("/") && folders.contains(text.substring(0, text.indexOf('/'))))
                || text.matches("[\\w/-]+ :: .*");
    }

    static String folder(String view) {
        return view.contains("/") ? view.substring(0, view.indexOf('/')) : "";
    }

    /** What is wrong with the name of a view; empty when it can be rendered. */
    Optional<String> fault(String view) {
        var parts = NAME.matcher(view);
        if (!parts.matches()) {
            return Optional.of("\"" + view + "\" is not the whole name of a view");
        }
        var name = parts.group(1) + "/" + parts.group(2);
        var template = Template.named(name, templates);
        if (template.isEmpty()) {
            return Optional.of("there is no template " + name + ".html");
        }
        return Optional.ofNullable(parts.group(3))
                .map(selector -> selector.replaceFirst("\\(.*", ""))
                .filter(selector -> !template.get().has(selector))
                .map(selector -> "there is no fragment \"" + selector + "\" in " + name + ".html");
    }

    /** The strings that a method gives back as they stand in it. */
    static List<String> returned(JavaMethod method) {
        var names = new ArrayList<String>();
        Constants.model(method.getOwner()).methods().stream()
                .filter(model -> model.methodName().equalsString(method.getName())
                        && model.methodTypeSymbol().parameterCount()
                                == method.getRawParameterTypes().size())
                .flatMap(model -> model.code().stream())
                .forEach(code -> {
                    CodeElement before = null;
                    for (var element : code) {
                        if (element instanceof Instruction instruction) {
                            if (instruction.opcode() == Opcode.ARETURN
                                    && before instanceof ConstantInstruction constant
                                    && constant.constantValue() instanceof String name) {
                                names.add(name);
                            }
                            before = element;
                        }
                    }
                });
        return names;
    }

    /** The strings of a class that look like names of views. */
    List<String> named(JavaClass type) {
        return Constants.of(type).stream().filter(this::looksLikeOne).distinct().toList();
    }
}
