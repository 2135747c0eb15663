package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.MySessions;
import dev.fenliu.accounts.application.SignedIn;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a member is signed in. */
@Controller
@RequestMapping("/platform/account/sessions")
class SessionsPage {
    private final MySessions sessions;
    private final Clock clock;

    SessionsPage(MySessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("sessions", sessions.of(actor, clock.instant()));
        model.addAttribute("present", me.session());
        return "accounts/sessions";
    }

    @PostMapping("/{id}/closure")
    String end(Actor actor, @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes redirect) {
        sessions.end(actor, id, clock.instant());
        if (id == me.session()) return "redirect:/login?out";
        redirect.addFlashAttribute("notice", "account.sessions.ended");
        return "redirect:/platform/account/sessions";
    }

    @PostMapping("/closure")
    String endOthers(Actor actor, @AuthenticationPrincipal SignedIn me, RedirectAttributes redirect) {
        sessions.endOthers(me, actor, clock.instant());
        redirect.addFlashAttribute("notice", "account.sessions.others-ended");
        return "redirect:/platform/account/sessions";
    }
}
