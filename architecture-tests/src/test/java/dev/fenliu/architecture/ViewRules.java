package dev.fenliu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static dev.fenliu.architecture.Layer.APP;
import static dev.fenliu.architecture.Layer.LIVE;
import static dev.fenliu.architecture.Layer.WEB;
import static dev.fenliu.architecture.Things.condition;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What controllers and streams render. */
final class ViewRules {
    /** Folders that no module owns: what several share, and what composition shows when something is wrong. */
    private static final Set<String> SHARED = Set.of("kit", "error");

    private ViewRules() {}

    static ArchRule everyViewExists(Ground ground) {
        var views = new Views(ground);
        return classes()
                .that(ground.in(WEB, LIVE, APP))
                .should(condition(
                        "name only templates and fragments that exist",
                        type -> views.named(type).stream()
                                .flatMap(view -> views.fault(view).stream())
                                .map(fault -> fault + ", named in " + type.getName())))
                .because(
                        "a page that is not there shows only when somebody asks for it, and a name that is put together "
                                + "from parts can be made to say something else");
    }

    static ArchRule pagesAnswerWithViews(Ground ground) {
        var views = new Views(ground);
        return methods()
                .that(Handlers.pageHandlers())
                .and(ground.memberIn(WEB, LIVE, APP))
                .should(condition(
                        "answer with a view in a folder, or lead elsewhere",
                        method -> Views.returned(method).stream()
                                .filter(view -> !view.startsWith("redirect:") && !view.startsWith("forward:"))
                                .filter(view -> !views.looksLikeOne(view))
                                .map(view -> method.getDescription() + " answers with \"" + view + "\"")))
                .because("a screen is one template in the folder of its module (decisions/0004)");
    }

    static ArchRule modulesRenderTheirOwn(Ground ground) {
        var views = new Views(ground);
        return classes()
                .that(ground.in(WEB, LIVE, APP))
                .should(condition(
                        "render only templates of their module, or shared ones",
                        type -> views.named(type).stream()
                                .map(Views::folder)
                                .filter(folder -> !SHARED.contains(folder)
                                        && ground.place(type)
                                                .filter(place -> place.module().equals(folder))
                                                .isEmpty())
                                .map(folder -> type.getName() + " renders a template of " + folder)))
                .because("a template knows the names of its controller's model: both change together, in one module");
    }
}
