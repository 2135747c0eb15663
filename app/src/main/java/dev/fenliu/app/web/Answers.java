package dev.fenliu.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Tells a problem to whoever asked: a document to programs, a notice to a part of a page, a page to people. */
@Component
class Answers {
    private final Sentences sentences;

    Answers(Sentences sentences) {
        this.sentences = sentences;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = original == null ? request.getRequestURI() : original.toString();
        return path.startsWith(request.getContextPath() + "/api/");
    }

    ResponseEntity<ProblemDetail> document(Problem problem, HttpServletRequest request) {
        var status = problem.status();
        var detail = ProblemDetail.forStatusAndDetail(status, sentence(problem, request));
        detail.setType(URI.create("urn:fenliu:problem:" + problem.code()));
        detail.setTitle(title(status));
        detail.setProperty("code", problem.code());
        if (problem.field() != null) detail.setProperty("field", problem.field());
        return ResponseEntity.status(status)
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    ModelAndView notice(Problem problem, HttpServletRequest request) {
        return view("kit/notice :: refusal", problem, request);
    }

    /** A refusal says its own sentence; what is wrong with the request itself is said once and for all. */
    ModelAndView page(Problem problem, boolean refused, HttpServletRequest request) {
        return view(refused ? "kit/refused" : trouble(problem.status()), problem, request);
    }

    private ModelAndView view(String name, Problem problem, HttpServletRequest request) {
        var model = new HashMap<String, Object>(Map.of(
                "status", problem.status().value(),
                "code", problem.code(),
                "message", sentence(problem, request)));
        if (problem.field() != null) model.put("field", problem.field());
        return new ModelAndView(name, model, problem.status());
    }

    private String sentence(Problem problem, HttpServletRequest request) {
        return sentences.of(problem, Sentences.language(request));
    }

    // Only these have a page of their own; all others share one for each side's fault.
    private static String trouble(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> "error/403";
            case 404 -> "error/404";
            case 429 -> "error/429";
            default -> status.is4xxClientError() ? "error/4xx" : "error/5xx";
        };
    }

    private static String title(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? String.valueOf(status.value()) : known.getReasonPhrase();
    }

    static void addTo(HttpServletResponse response, HttpHeaders headers) {
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }
}
