package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.FindTargets;
import dev.fenliu.webchat.application.ForwardConversations;
import dev.fenliu.webchat.application.Target;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.StateFilter;
import dev.fenliu.webchat.domain.TargetIsUnclear;
import dev.fenliu.webchat.domain.Wanted;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversations of others, to look at and, with the permission, to give to somebody else (改派). */
@Controller
@RequestMapping("/platform/conversations")
class OverviewController {
    private final OverviewPages pages;
    private final AnswerConversations answers;
    private final FindTargets targets;
    private final ForwardConversations forwards;
    private final Words words;
    private final Clock clock;

    OverviewController(
            OverviewPages pages,
            AnswerConversations answers,
            FindTargets targets,
            ForwardConversations forwards,
            Words words,
            Clock clock) {
        this.pages = pages;
        this.answers = answers;
        this.targets = targets;
        this.forwards = forwards;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Actor me,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable MemberId agent,
            @RequestParam(required = false) @Nullable StateFilter state,
            @RequestParam(required = false) @Nullable ConversationId before,
            Model model) {
        return pages.list(me, new Wanted(shop, agent, state), before, model);
    }

    @GetMapping("/{id}")
    String conversation(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable Position before,
            Model model) {
        return pages.conversation(me, id, before, model);
    }

    /** A note for the agents, who alone see it. */
    @PostMapping("/{id}/remarks")
    String remark(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            answers.note(Acting.self(me), id, text, null, clock.instant());
            return "redirect:/platform/conversations/" + id;
        } catch (Refusal refusal) {
            model.addAttribute("remark", text);
            return refused(refusal, me, id, locale, response, model);
        }
    }

    /** Where it can go, on the same page. */
    @GetMapping("/{id}/reassignment")
    String reassignment(Actor me, @PathVariable ConversationId id, Model model) {
        model.addAttribute("targets", targets.of(Acting.self(me), id));
        return pages.conversation(me, id, null, model);
    }

    @PostMapping("/{id}/reassignment")
    String reassign(
            Actor me,
            @PathVariable ConversationId id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            forwards.forward(Acting.self(me), id, target(to), note, clock.instant());
            return "redirect:/platform/conversations/" + id;
        } catch (Refusal refusal) {
            model.addAttribute("to", to);
            model.addAttribute("note", note);
            model.addAttribute("targets", targets.of(Acting.self(me), id));
            return refused(refusal, me, id, locale, response, model);
        }
    }

    private String refused(
            Refusal refusal, Actor me, ConversationId id, Locale locale, HttpServletResponse response, Model model) {
        model.addAttribute("refused", words.of(refusal, locale));
        var view = pages.conversation(me, id, null, model);
        response.setStatus(Words.status(refusal).value());
        return view;
    }

    private static Target target(String to) {
        try {
            return switch (to.split(":", 2)) {
                case String[] parts
                when parts.length == 2 && parts[0].equals("member") -> Target.of(MemberId.of(parts[1]));
                case String[] parts
                when parts.length == 2 && parts[0].equals("group") -> Target.of(GroupId.of(parts[1]));
                default -> throw new TargetIsUnclear();
            };
        } catch (NumberFormatException noId) {
            throw new TargetIsUnclear();
        }
    }
}
