package dev.fenliu.app.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.app.security.BodyTooLarge;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Says why a body could not be read: too much of it, no JSON at all, or one value that does not fit. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Problem of(HttpMessageNotReadableException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) return Problem.of(CONTENT_TOO_LARGE, "too-large");
            if (cause instanceof Refusal) return Problems.of(cause);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException it) {
                return Problem.of(UNPROCESSABLE_CONTENT, "malformed", field(it.getPath()));
            }
        }
        return Problem.of(BAD_REQUEST, "unreadable");
    }

    private static @Nullable String field(List<JacksonException.Reference> path) {
        var field = new StringBuilder();
        for (var step : path) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.isEmpty() ? null : field.toString();
    }
}
