package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.LineView;
import dev.fenliu.webchat.application.ReadConversations;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an agent does in an open conversation: answer, read, close. Each form works with htmx and without. */
@Controller
@RequestMapping("/webchat/conversations/{id}")
class DeskActionsController {
    private final AnswerConversations answer;
    private final ReadConversations conversations;
    private final DeskPages pages;
    private final Words words;
    private final Clock clock;

    DeskActionsController(
            AnswerConversations answer, ReadConversations conversations, DeskPages pages, Words words, Clock clock) {
        this.answer = answer;
        this.conversations = conversations;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/messages")
    String reply(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean note,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            say(me, id, text, key, note);
            return "redirect:/webchat/conversations/" + id;
        } catch (Refusal refusal) {
            model.addAttribute("draft", text);
            model.addAttribute("noting", note);
            return refused(refusal, me, id, locale, response, model);
        }
    }

    @HxRequest
    @PostMapping("/messages")
    String replyHere(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean note,
            Model model) {
        return pages.lines(me, List.of(say(me, id, text, key, note)), model);
    }

    // The same composer writes to the buyer and, marked as a note, to agents alone.
    private LineView say(Actor me, ConversationId id, String text, @Nullable String key, boolean note) {
        var by = Acting.self(me);
        var now = clock.instant();
        return note ? answer.note(by, id, text, key, now) : answer.reply(by, id, text, key, now);
    }

    @PostMapping("/read")
    String read(Actor me, @PathVariable ConversationId id, @RequestParam(required = false) @Nullable MessageId upTo) {
        answer.read(Acting.self(me), id, upTo, clock.instant());
        return "redirect:/webchat/conversations/" + id;
    }

    @HxRequest
    @PostMapping("/read")
    ResponseEntity<Void> readHere(
            Actor me, @PathVariable ConversationId id, @RequestParam(required = false) @Nullable MessageId upTo) {
        answer.read(Acting.self(me), id, upTo, clock.instant());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/closure")
    String close(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable MessageId upTo,
            @RequestParam(defaultValue = "false") boolean sure,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            if (!sure && wouldLeaveUnanswered(me, id)) {
                model.addAttribute("asking", true);
                return pages.conversation(me, id, null, locale, model);
            }
            answer.close(Acting.self(me), id, upTo, clock.instant());
            return "redirect:/webchat/conversations/" + id;
        } catch (Refusal refusal) {
            return refused(refusal, me, id, locale, response, model);
        }
    }

    @HxRequest
    @PostMapping("/closure")
    String closeHere(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable MessageId upTo,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model) {
        if (!sure && wouldLeaveUnanswered(me, id)) {
            model.addAttribute("asking", true);
        } else {
            answer.close(Acting.self(me), id, upTo, clock.instant());
        }
        return pages.pane(me, id, null, model);
    }

    // Ending a chat in which the buyer spoke last deserves a second thought; any other is done at once.
    private boolean wouldLeaveUnanswered(Actor me, ConversationId id) {
        var conversation = conversations.conversation(me, id);
        return conversation.buyerSpokeLast() && !conversation.state().isClosed();
    }

    private String refused(
            Refusal refusal, Actor me, ConversationId id, Locale locale, HttpServletResponse response, Model model) {
        model.addAttribute("refused", words.of(refusal, locale));
        var view = pages.conversation(me, id, null, locale, model);
        response.setStatus(Words.status(refusal).value());
        return view;
    }
}
