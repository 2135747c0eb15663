package dev.fenliu.app.web;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Says which field of a request makes no sense, and why. The first one is enough. */
final class InvalidInput {
    private InvalidInput() {}

    static Problem of(BindException failure) {
        var error = failure.getAllErrors().getFirst();
        var field = error instanceof FieldError it ? it.getField() : null;
        return problem(error, field, error instanceof FieldError it ? it.getRejectedValue() : null);
    }

    static Problem of(HandlerMethodValidationException failure) {
        return failure.getParameterValidationResults().stream()
                .findFirst()
                .map(InvalidInput::of)
                .orElseGet(() -> Problem.of(UNPROCESSABLE_CONTENT, "malformed"));
    }

    static @Nullable String missing(MissingRequestValueException failure) {
        return switch (failure) {
            case MissingServletRequestParameterException it -> it.getParameterName();
            case MissingRequestHeaderException it -> it.getHeaderName();
            default -> null;
        };
    }

    private static Problem of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors && errors.hasFieldErrors()) {
            var error = Objects.requireNonNull(errors.getFieldError());
            return problem(error, error.getField(), error.getRejectedValue());
        }
        return problem(
                result.getResolvableErrors().getFirst(),
                result.getMethodParameter().getParameterName(),
                result.getArgument());
    }

    private static Problem problem(MessageSourceResolvable error, @Nullable String field, @Nullable Object value) {
        var codes = error.getCodes();
        var constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> Problem.of(UNPROCESSABLE_CONTENT, "required", field);
            case "Size" -> size(error, field, value);
            case "Min", "Max", "Range", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" ->
                Problem.of(UNPROCESSABLE_CONTENT, "out-of-range", field);
            default -> Problem.of(UNPROCESSABLE_CONTENT, isBlank(value) ? "required" : "malformed", field);
        };
    }

    private static boolean isBlank(@Nullable Object value) {
        return value instanceof CharSequence text && text.toString().isBlank();
    }

    private static Problem size(MessageSourceResolvable error, @Nullable String field, @Nullable Object value) {
        var arguments = Objects.requireNonNull(error.getArguments());
        // After the field come the attributes in alphabetical order: max, min.
        var longest = ((Number) arguments[1]).longValue();
        return switch (value) {
            case CharSequence it
            when it.length() > longest -> Problem.of(UNPROCESSABLE_CONTENT, "too-long", field, longest);
            case Collection<?> it
            when it.size() > longest -> Problem.of(UNPROCESSABLE_CONTENT, "too-many-items", field, longest);
            case null, default -> Problem.of(UNPROCESSABLE_CONTENT, "required", field);
        };
    }
}
