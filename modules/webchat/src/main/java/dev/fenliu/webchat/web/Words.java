package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says in words what a page that comes back with its form still filled in has to say. */
@Component
class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String of(Refusal refusal, Locale locale) {
        return of("refusal." + refusal.code(), locale, refusal.arguments().toArray());
    }

    String of(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** Tells a program when to come again, if the refusal says so. */
    static void sayWhen(Refusal refusal, HttpServletResponse response) {
        if (refusal instanceof WritesTooFast fast) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(fast.seconds()));
        }
    }

    static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
