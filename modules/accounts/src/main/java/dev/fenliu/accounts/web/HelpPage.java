package dev.fenliu.accounts.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 幫助中心: how sharing out chats works, for everybody, signed in or not; looked through by words. */
@Controller
class HelpPage {
    private static final int LONGEST_SEARCH = 100;

    private final MessageSource messages;

    HelpPage(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/help")
    String show(@RequestParam(defaultValue = "") String search, Locale language, Model model) {
        var wanted = search.strip();
        var shown = wanted.substring(0, Math.min(wanted.length(), LONGEST_SEARCH));
        var chapters = Stream.of(HelpChapter.values())
                .map(it -> it.in(messages, language).about(shown))
                .filter(it -> !it.sections().isEmpty())
                .toList();
        model.addAttribute("search", shown);
        model.addAttribute("chapters", chapters);
        model.addAttribute(
                "found",
                chapters.stream()
                        .map(HelpChapter.Told::sections)
                        .mapToInt(List::size)
                        .sum());
        return "accounts/help";
    }
}
