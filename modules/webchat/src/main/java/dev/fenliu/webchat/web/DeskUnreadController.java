package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.ForwardConversations;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whoever hides (掛斷) or logs out with unread chats hears how many, and may hand them to somebody else. */
@Controller
@RequestMapping("/webchat")
class DeskUnreadController {
    private final ForwardConversations forwards;
    private final DeskPages pages;
    private final Words words;
    private final Clock clock;

    DeskUnreadController(ForwardConversations forwards, DeskPages pages, Words words, Clock clock) {
        this.forwards = forwards;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/unread")
    String page(Actor me, @RequestParam(defaultValue = "false") boolean leaving, Locale locale, Model model) {
        pages.unread(me, leaving, model);
        return pages.desk(me, ListWish.ALL, locale, model);
    }

    @HxRequest
    @GetMapping("/unread")
    String panel(Actor me, @RequestParam(defaultValue = "false") boolean leaving, Model model) {
        pages.unread(me, leaving, model);
        return "webchat/forward :: unread";
    }

    @PostMapping("/unread")
    String forward(
            Actor me,
            ForwardWish wish,
            @RequestParam(defaultValue = "false") boolean leaving,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            var moved = move(me, wish);
            if (leaving && pages.unreadCount(me) == 0) {
                return logOut(request);
            }
            next.addFlashAttribute("notice", "forward.unread.done");
            next.addFlashAttribute("noticeAbout", moved);
            return leaving ? "redirect:/webchat/unread?leaving=true" : "redirect:/webchat";
        } catch (Refusal refusal) {
            refuse(refusal, wish, locale, model);
            var view = page(me, leaving, locale, model);
            response.setStatus(Words.status(refusal).value());
            return view;
        }
    }

    @HxRequest
    @PostMapping("/unread")
    String forwardHere(Actor me, ForwardWish wish, Locale locale, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("notice", "forward.unread.done");
            model.addAttribute("noticeAbout", move(me, wish));
            return "webchat/forward :: moved";
        } catch (Refusal refusal) {
            refuse(refusal, wish, locale, model);
            pages.unread(me, false, model);
            response.setStatus(Words.status(refusal).value());
            response.setHeader("HX-Retarget", "#unread-panel");
            response.setHeader("HX-Reswap", "innerHTML");
            return "webchat/forward :: unread";
        }
    }

    /** The way out of the desk: straight on with nothing unread. */
    @PostMapping("/leaving")
    String leave(Actor me, Locale locale, HttpServletRequest request, Model model) {
        return pages.unreadCount(me) == 0 ? logOut(request) : page(me, true, locale, model);
    }

    private int move(Actor me, ForwardWish wish) {
        return forwards.forwardUnread(Acting.self(me), wish.target(), wish.note(), clock.instant());
    }

    private void refuse(Refusal refusal, ForwardWish wish, Locale locale, Model model) {
        model.addAttribute("refused", words.of(refusal, locale));
        model.addAttribute("to", wish.to());
        model.addAttribute("note", wish.note());
    }

    // The browser posts the same form, with its token, to where everybody logs out.
    private static String logOut(HttpServletRequest request) {
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.TEMPORARY_REDIRECT);
        return "redirect:/logout";
    }
}
