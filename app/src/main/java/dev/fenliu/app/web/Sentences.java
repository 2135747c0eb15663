package dev.fenliu.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts a problem into a sentence of the reader's language. */
@Component
class Sentences {
    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    String of(Problem problem, Locale language) {
        return messages.getMessage(
                "refusal." + problem.code(), problem.arguments().toArray(), language);
    }

    /** People choose their language in the pages; programs say it with every request. */
    static Locale language(HttpServletRequest request) {
        return Answers.isForPrograms(request) ? Languages.accepted(request) : RequestContextUtils.getLocale(request);
    }
}
