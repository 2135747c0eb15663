package dev.fenliu.app.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.TooManyTries;
import dev.fenliu.app.security.BodyTooLarge;
import dev.fenliu.app.security.TooMany;
import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says of everything that can go wrong what kind of answer it gets. */
final class Problems {
    private Problems() {}

    static Problem of(Throwable cause) {
        return switch (cause) {
            case TooManyTries it -> tooMany(it.code(), it.seconds());
            case Refusal it ->
                Problem.of(
                        status(it.kind()), it.code(), it.field(), it.arguments().toArray());
            case TooMany it -> tooMany(it.code(), it.seconds());
            case AuthenticationException _ -> Problem.of(UNAUTHORIZED, "not-signed-in");
            case AccessDeniedException _ -> Problem.of(FORBIDDEN, "not-allowed");
            case BodyTooLarge _ -> Problem.of(CONTENT_TOO_LARGE, "too-large");
            case BindException it -> InvalidInput.of(it);
            case HandlerMethodValidationException it -> InvalidInput.of(it);
            case HttpMessageNotReadableException it -> UnreadableBody.of(it);
            case MethodArgumentTypeMismatchException it -> mismatch(it);
            case MissingRequestValueException it ->
                Problem.of(UNPROCESSABLE_CONTENT, "required", InvalidInput.missing(it));
            case ServletRequestBindingException _ -> Problem.of(BAD_REQUEST, "unreadable");
            case ErrorResponse it ->
                Problem.of(it.getStatusCode(), code(it.getStatusCode())).with(it.getHeaders());
            default -> Problem.of(INTERNAL_SERVER_ERROR, "unexpected");
        };
    }

    /** When all that is known is the status. */
    static Problem of(HttpStatusCode status) {
        return Problem.of(status, code(status));
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> NOT_FOUND;
            case FORBIDDEN -> FORBIDDEN;
            case CONFLICT -> CONFLICT;
            case INVALID -> UNPROCESSABLE_CONTENT;
            case TOO_MANY -> TOO_MANY_REQUESTS;
        };
    }

    private static Problem tooMany(String code, long seconds) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return Problem.of(TOO_MANY_REQUESTS, code, null, 1 + seconds / 60).with(headers);
    }

    // What cannot be an id is the id of nothing.
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.of(NOT_FOUND, "not-found")
                : Problem.of(UNPROCESSABLE_CONTENT, "malformed", mismatch.getName());
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "not-signed-in";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            default -> status.is4xxClientError() ? "unreadable" : "unexpected";
        };
    }

    /** Every code that is not a refusal of a module, for the test that each has its sentence. */
    static Iterable<String> codes() {
        return Arrays.asList(
                "too-many-requests",
                "too-many-tries",
                "not-signed-in",
                "not-allowed",
                "not-found",
                "method-not-allowed",
                "not-acceptable",
                "too-large",
                "unsupported-media-type",
                "unreadable",
                "unexpected",
                "required",
                "malformed",
                "too-long",
                "too-many-items",
                "out-of-range");
    }
}
