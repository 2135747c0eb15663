package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.FindTargets;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.ReadConversations;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An agent hands a conversation to somebody else (轉發): in a dialog, or on a page of its own without scripts. */
@Controller
@RequestMapping("/webchat/conversations/{id}/forward")
class DeskForwardController {
    private final ForwardConversations forwards;
    private final FindTargets targets;
    private final ReadConversations conversations;
    private final DeskPages pages;
    private final Words words;
    private final Clock clock;

    DeskForwardController(
            ForwardConversations forwards,
            FindTargets targets,
            ReadConversations conversations,
            DeskPages pages,
            Words words,
            Clock clock) {
        this.forwards = forwards;
        this.targets = targets;
        this.conversations = conversations;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String page(Actor me, @PathVariable ConversationId id, Locale locale, Model model) {
        choice(me, id, model);
        return pages.desk(me, ListWish.ALL, locale, model);
    }

    @HxRequest
    @GetMapping
    String dialog(Actor me, @PathVariable ConversationId id, Model model) {
        choice(me, id, model);
        return "webchat/forward :: one";
    }

    @PostMapping
    String forward(
            Actor me,
            @PathVariable ConversationId id,
            ForwardWish wish,
            Locale locale,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            next.addFlashAttribute("notice", "forward.done");
            next.addFlashAttribute("noticeAbout", recipient(me, id, wish));
            return "redirect:/webchat";
        } catch (Refusal refusal) {
            refuse(refusal, wish, locale, model);
            var view = page(me, id, locale, model);
            response.setStatus(Words.status(refusal).value());
            return view;
        }
    }

    @HxRequest
    @PostMapping
    String forwardHere(
            Actor me,
            @PathVariable ConversationId id,
            ForwardWish wish,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            model.addAttribute("notice", "forward.done");
            model.addAttribute("noticeAbout", recipient(me, id, wish));
            response.setHeader("HX-Push-Url", "/webchat");
            return "webchat/forward :: done";
        } catch (Refusal refusal) {
            refuse(refusal, wish, locale, model);
            choice(me, id, model);
            response.setStatus(Words.status(refusal).value());
            response.setHeader("HX-Retarget", "#sheet");
            response.setHeader("HX-Reswap", "innerHTML");
            return "webchat/forward :: one";
        }
    }

    private String recipient(Actor me, ConversationId id, ForwardWish wish) {
        forwards.forward(Acting.self(me), id, wish.target(), wish.note(), clock.instant());
        var owner = conversations.conversation(me, id).ownerName();
        return owner == null ? "" : owner;
    }

    // What was chosen and written is still there when the page comes back.
    private void refuse(Refusal refusal, ForwardWish wish, Locale locale, Model model) {
        model.addAttribute("refused", words.of(refusal, locale));
        model.addAttribute("to", wish.to());
        model.addAttribute("note", wish.note());
    }

    private void choice(Actor me, ConversationId id, Model model) {
        var chat = conversations.conversation(me, id);
        model.addAttribute("forwarding", chat);
        model.addAttribute("mine", me.me().equals(chat.owner()) && !chat.state().isClosed());
        model.addAttribute("targets", targets.of(Acting.self(me), id));
    }
}
