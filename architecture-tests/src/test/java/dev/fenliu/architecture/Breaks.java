package dev.fenliu.architecture;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class of the post office as a planted fault: while the class is part of the office, it breaks exactly that rule.
 * An arrow to an adapter breaks two: one cannot even name a class that is not public.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Breaks {
    Rule[] value();

    /** Holds several classes together that break the rule only in company. */
    String together() default "";
}
