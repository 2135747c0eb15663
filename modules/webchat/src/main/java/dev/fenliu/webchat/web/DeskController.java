package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.Position;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk (網頁版聊聊): an agent's list of conversations and the one that is open. */
@Controller
@RequestMapping("/webchat")
class DeskController {
    private final DeskPages pages;
    private final ReadConversations conversations;

    DeskController(DeskPages pages, ReadConversations conversations) {
        this.pages = pages;
        this.conversations = conversations;
    }

    @GetMapping
    String desk(Actor me, ListWish wish, Locale locale, Model model) {
        return pages.desk(me, wish, locale, model);
    }

    @HxRequest
    @GetMapping
    String nothingOpen() {
        return "webchat/desk :: nothing";
    }

    /** The list by itself: another filter, what a search finds, or the same for a page that was out of touch. */
    @GetMapping("/conversations")
    String list(Actor me, ListWish wish, Model model) {
        pages.list(me, wish, model);
        return "webchat/desk :: list";
    }

    @GetMapping("/conversations/{id}")
    String conversation(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable Position before,
            Locale locale,
            Model model) {
        return pages.conversation(me, id, before, locale, model);
    }

    @HxRequest
    @GetMapping("/conversations/{id}")
    String openConversation(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable Position before,
            Model model) {
        return pages.pane(me, id, before, model);
    }

    /** What a thread got while its page was out of touch. */
    @GetMapping("/conversations/{id}/lines")
    String linesSince(Actor me, @PathVariable ConversationId id, @RequestParam Position after, Model model) {
        return pages.lines(me, conversations.linesAfter(me, id, after), model);
    }
}
