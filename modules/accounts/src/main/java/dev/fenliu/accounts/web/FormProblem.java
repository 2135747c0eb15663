package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** What has to be mended in a form: the sentence's key, what it mentions, and the field that it stands beside. */
record FormProblem(
        String key, List<Object> arguments, @Nullable String field) {
    /** What a form can show and have mended; what is unknown or forbidden it passes on. */
    static FormProblem of(Refusal refusal) {
        return switch (refusal.kind()) {
            case CONFLICT, INVALID, TOO_MANY ->
                new FormProblem("refusal." + refusal.code(), refusal.arguments(), refusal.field());
            case UNKNOWN, FORBIDDEN -> throw refusal;
        };
    }

    /** The first field that makes no sense. */
    static FormProblem of(BindingResult failure) {
        var error = Objects.requireNonNull(failure.getFieldError());
        return switch (String.valueOf(error.getCode())) {
            case "NotBlank", "NotNull", "NotEmpty" -> new FormProblem("refusal.required", List.of(), error.getField());
            case "Size" -> new FormProblem("refusal.too-long", List.of(longest(error)), error.getField());
            default -> new FormProblem("refusal.malformed", List.of(), error.getField());
        };
    }

    // After the field come the attributes in alphabetical order: max, min.
    private static Object longest(FieldError error) {
        return Objects.requireNonNull(error.getArguments())[1];
    }

    /** The answer is the form again, with what was typed. */
    void answer(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        // The address of a form's target shows nothing when it is opened again.
        response.setHeader("HX-Push-Url", "false");
    }

    public boolean isAt(String name) {
        return name.equals(field);
    }
}
