package dev.fenliu.webchat.web;

import dev.fenliu.webchat.application.LineView;
import dev.fenliu.webchat.domain.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts system lines into words for programs, which have no templates. */
@Component
class NoticeWords {
    private final MessageSource messages;

    NoticeWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What a person wrote, or what a system line says, with its note. */
    String text(LineView line) {
        var notice = line.notice();
        if (notice == null || notice == Notice.AUTOMATIC) {
            return line.text();
        }
        var says = messages.getMessage(
                "webchat.notice." + notice,
                new Object[] {name(line.memberName()), name(line.recipientName())},
                LocaleContextHolder.getLocale());
        return line.text().isEmpty() ? says : says + "\n" + line.text();
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }
}
