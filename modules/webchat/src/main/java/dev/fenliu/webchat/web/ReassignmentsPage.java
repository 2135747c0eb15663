package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.FindTargets;
import dev.fenliu.webchat.application.ForwardConversations;
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

/** All that a member has open goes to somebody else (改派): they went home, or are going to be disabled. */
@Controller
@RequestMapping("/platform/members/{member}/reassignments")
class ReassignmentsPage {
    private final FindTargets targets;
    private final ForwardConversations forwards;
    private final Words words;
    private final Clock clock;

    ReassignmentsPage(FindTargets targets, ForwardConversations forwards, Words words, Clock clock) {
        this.targets = targets;
        this.forwards = forwards;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor me, @PathVariable MemberId member, Model model) {
        model.addAttribute("reassignable", targets.ofMember(Acting.self(me), member));
        return "webchat/reassignments";
    }

    @PostMapping
    String move(
            Actor me,
            @PathVariable MemberId member,
            ForwardWish wish,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var moved = forwards.reassignAll(Acting.self(me), member, wish.target(), wish.note(), clock.instant());
            redirect.addFlashAttribute("notice", moved.left() == 0 ? "reassign.done" : "reassign.done.some");
            redirect.addFlashAttribute("noticeAbout", moved.conversations());
            redirect.addFlashAttribute("noticeRest", moved.left());
            return "redirect:/platform/members/{member}/reassignments";
        } catch (Refusal refusal) {
            model.addAttribute("refused", words.of(refusal, language));
            model.addAttribute("to", wish.to());
            model.addAttribute("note", wish.note());
            response.setStatus(Words.status(refusal).value());
            return show(me, member, model);
        }
    }
}
