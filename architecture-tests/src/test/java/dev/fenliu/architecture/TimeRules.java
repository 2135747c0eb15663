package dev.fenliu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.fenliu.architecture.Layer.DOMAIN;
import static dev.fenliu.architecture.Layer.PERSISTENCE;
import static dev.fenliu.architecture.Layer.ROOT;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;

/** Where the time comes from. */
final class TimeRules {
    private TimeRules() {}

    static ArchRule nobodyAsksTheMachineForTheTime(Ground ground) {
        return noClasses()
                .that(describe(
                        "reside outside app's time and ids",
                        type -> !(type.getPackageName() + ".").startsWith(ground.base() + ".app.time.")
                                && !(type.getPackageName() + ".").startsWith(ground.base() + ".app.ids.")))
                .should()
                .callCodeUnitWhere(describe("it tells the machine's own time", TimeRules::tellsTheMachinesTime))
                .because("one clock, the database's, is the same on every instance and can be moved: every rule about "
                        + "10 minutes or 72 hours can then be tried (decisions/0007)");
    }

    private static boolean tellsTheMachinesTime(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        var owner = target.getOwner();
        return switch (target.getName()) {
            case "now" ->
                owner.getPackageName().equals("java.time")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "getInstance" -> owner.isEquivalentTo(Calendar.class);
            case "<init>" ->
                owner.isEquivalentTo(Date.class)
                        && target.getRawParameterTypes().isEmpty();
            default ->
                owner.isEquivalentTo(Clock.class)
                        && (target.getName().startsWith("system")
                                || target.getName().startsWith("tick"));
        };
    }

    static ArchRule theInsideIsToldTheTime(Ground ground) {
        return noClasses()
                .that(ground.in(ROOT, DOMAIN, PERSISTENCE))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("time is handed in as an Instant, so that one use case is one moment in everything it stores");
    }
}
