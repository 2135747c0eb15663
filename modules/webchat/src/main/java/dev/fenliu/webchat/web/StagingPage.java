package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.chatgroups.ShopHead;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Staging.Place;
import dev.fenliu.webchat.application.TendStaging;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A shop's staging area (暫存區): what waits there, and from there to somebody (改派). */
@Controller
@RequestMapping("/platform/chat-groups/{shop}/staging")
class StagingPage {
    private final TendStaging staging;
    private final Words words;
    private final Clock clock;

    StagingPage(TendStaging staging, Words words, Clock clock) {
        this.staging = staging;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What was chosen; the page asks for itself with it, so that nothing chosen is lost when it is refreshed.
     *
     * @param to {@code member:17} or {@code group:18}
     */
    record Form(
            @Nullable List<ConversationId> chats,
            @Nullable String to,
            @Nullable String note) {
        Form {
            chats = chats == null ? List.of() : chats;
            to = to == null ? "" : to;
            note = note == null ? "" : note;
        }

        public boolean has(ConversationId chat) {
            return chats != null && chats.contains(chat);
        }

        ForwardWish wish() {
            return new ForwardWish(to, note);
        }
    }

    /** @param after the place in the queue after which the list goes on */
    @GetMapping
    String show(
            Actor me,
            @PathVariable String shop,
            @ModelAttribute("form") Form form,
            @RequestParam(required = false) @Nullable Place after,
            Locale locale,
            Model model) {
        var view = staging.look(me, shop, after);
        model.addAttribute("shop", ShopHead.of(view.shop(), locale));
        model.addAttribute("view", view);
        model.addAttribute("most", TendStaging.MOST);
        return "webchat/staging";
    }

    @PostMapping
    String reassign(
            Actor me,
            @PathVariable String shop,
            @ModelAttribute("form") Form form,
            @RequestParam(defaultValue = "false") boolean all,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var moved = staging.reassign(
                    me, shop, all ? null : form.chats(), form.wish().target(), form.note(), clock.instant());
            redirect.addFlashAttribute("notice", moved == 0 ? "staging.moved-none" : "staging.moved");
            redirect.addFlashAttribute("noticeAbout", moved);
            return "redirect:/platform/chat-groups/{shop}/staging";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) throw refusal;
            model.addAttribute("refused", words.of(refusal, locale));
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            response.setHeader("HX-Push-Url", "false");
            return show(me, shop, form, null, locale, model);
        }
    }
}
