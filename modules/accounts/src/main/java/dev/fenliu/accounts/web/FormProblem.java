package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.Refusal.Kind;
import dev.fenliu.accounts.application.TooManyTries;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * What has to be mended in a form: the sentence's key, what it mentions, and the field that it stands beside.
 *
 * @param seconds how long to wait before trying again; 0 when that is not it
 */
record FormProblem(
        String key, List<Object> arguments, @Nullable String field, long seconds) {
    /** What a form can show and have mended; what is unknown it passes on, and what is forbidden whatever one fills in. */
    static FormProblem of(Refusal refusal) {
        var seconds = refusal instanceof TooManyTries it ? it.seconds() : 0;
        if (refusal.kind() == Kind.UNKNOWN || (refusal.kind() == Kind.FORBIDDEN && refusal.field() == null)) {
            throw refusal;
        }
        return new FormProblem("refusal." + refusal.code(), refusal.arguments(), refusal.field(), seconds);
    }

    /** The first field that makes no sense. */
    static FormProblem of(BindingResult failure) {
        var error = Objects.requireNonNull(failure.getFieldError());
        return switch (String.valueOf(error.getCode())) {
            case "NotBlank", "NotNull", "NotEmpty" -> unfit("refusal.required", List.of(), error);
            case "Size" -> unfit("refusal.too-long", List.of(longest(error)), error);
            default -> unfit("refusal.malformed", List.of(), error);
        };
    }

    private static FormProblem unfit(String key, List<Object> arguments, FieldError error) {
        return new FormProblem(key, arguments, error.getField(), 0);
    }

    // After the field come the attributes in alphabetical order: max, min.
    private static Object longest(FieldError error) {
        return Objects.requireNonNull(error.getArguments())[1];
    }

    /** The answer is the form again, with what was typed. */
    void answer(HttpServletResponse response) {
        if (seconds == 0) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
    }

    public boolean isAt(String name) {
        return name.equals(field);
    }
}
