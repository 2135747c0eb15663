package dev.fenliu.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a method calls, directly or through others. */
final class Calls {
    private Calls() {}

    /** Every call that is reached from the method by way of methods whose classes {@code through} admits. */
    static Stream<JavaMethodCall> from(JavaMethod method, Predicate<JavaClass> through) {
        var calls = new LinkedHashSet<JavaMethodCall>();
        var seen = new LinkedHashSet<JavaCodeUnit>();
        var left = new ArrayDeque<JavaCodeUnit>();
        left.add(method);
        while (!left.isEmpty()) {
            var unit = left.poll();
            if (!seen.add(unit)) {
                continue;
            }
            calls.addAll(unit.getMethodCallsFromSelf());
            unit.getMethodCallsFromSelf().stream()
                    .filter(call -> through.test(call.getTargetOwner()))
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .forEach(left::add);
            // An object that is made here may do the rest when somebody else calls it.
            unit.getConstructorCallsFromSelf().stream()
                    .filter(call -> through.test(call.getTargetOwner()))
                    .flatMap(call -> call.getTargetOwner().getMethods().stream())
                    .forEach(left::add);
        }
        return calls.stream();
    }
}
