package dev.fenliu.app.web;

import dev.fenliu.accounts.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Answers whatever goes wrong in a controller: the one place where refusals become HTTP. */
@ControllerAdvice
class RefusalAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    private final Answers answers;

    RefusalAdvice(Answers answers) {
        this.answers = answers;
    }

    // Nobody reads an answer to a stream that has ended.
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void streamEnded() {}

    @ExceptionHandler
    @Nullable
    Object on(Exception cause, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = Problems.of(cause);
        if (problem.status().is5xxServerError())
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), cause);
        if (response.isCommitted()) return null;
        if (Answers.isForPrograms(request)) return answers.document(problem, request);

        Answers.addTo(response, problem.headers());
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Retarget", "#notices");
            response.setHeader("HX-Reswap", "innerHTML");
            return answers.notice(problem, request);
        }
        if (isStream(request)) {
            response.setStatus(problem.status().value());
            return null;
        }
        return answers.page(problem, cause instanceof Refusal, request);
    }

    private static boolean isStream(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
