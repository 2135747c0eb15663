package dev.fenliu.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what goes wrong before a controller is reached. */
@Controller
class Errors implements ErrorController {
    private final Answers answers;

    Errors(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    @Nullable
    Object show(HttpServletRequest request, HttpServletResponse response) {
        var problem = Problems.of(status(request));
        if (Answers.isForPrograms(request)) return answers.document(problem, request);
        if (request.getHeader("HX-Request") != null) {
            // No page into a part of one: the status is all that the page needs.
            response.setStatus(problem.status().value());
            return null;
        }
        return answers.page(problem, false, request);
    }

    // Somebody who just asks for this address finds nothing.
    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer it ? HttpStatus.resolve(it) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
