package dev.fenliu.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * What went wrong with a request, before it is told to a program or a person.
 *
 * @param code part of the API; the message bundles hold its sentence under {@code refusal.<code>}
 * @param field the part of the request that it is about; null when it is about the whole
 * @param arguments what the sentence mentions
 * @param headers what the status demands beside itself, such as Retry-After
 */
record Problem(
        HttpStatusCode status, String code, @Nullable String field, List<Object> arguments, HttpHeaders headers) {
    static Problem of(HttpStatusCode status, String code) {
        return of(status, code, null);
    }

    static Problem of(HttpStatusCode status, String code, @Nullable String field, Object... arguments) {
        return new Problem(status, code, field, List.of(arguments), HttpHeaders.EMPTY);
    }

    Problem with(HttpHeaders further) {
        return new Problem(status, code, field, arguments, further);
    }
}
