package dev.fenliu.accounts.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something to read and no control characters; nothing at all is fine. */
// Possessive, so that a long text costs no more than reading it once.
@Pattern(regexp = "\\p{Zs}*+[^\\p{Z}\\p{Cntrl}][^\\p{Cntrl}]*+")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface OneLine {
    String message() default "one-line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
