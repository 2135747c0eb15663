package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.SeeMembers;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody new: who they are, their roles, and a password that is shown once. */
@Controller
@RequestMapping("/platform/members")
class NewMemberPage {
    private final SeeMembers members;
    private final ManageMembers management;
    private final RoleWords words;
    private final Clock clock;

    NewMemberPage(SeeMembers members, ManageMembers management, RoleWords words, Clock clock) {
        this.members = members;
        this.management = management;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/new")
    String show(Actor actor, Locale language, Model model) {
        return show(actor, MemberForm.EMPTY, language, model);
    }

    @PostMapping
    String create(
            Actor actor,
            @ModelAttribute("form") MemberForm form,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var begun = management.createWithOncePassword(actor, form.wished(), clock.instant());
            redirect.addFlashAttribute("oncePassword", begun.password().value());
            redirect.addFlashAttribute("notice", "members.created");
            redirect.addFlashAttribute("noticeAbout", begun.card().member().name());
            redirect.addAttribute("id", begun.card().member().id().toString());
            return "redirect:/platform/members/{id}";
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("problem", problem);
            problem.answer(response);
            return show(actor, form, language, model);
        }
    }

    private String show(Actor actor, MemberForm form, Locale language, Model model) {
        var matrix = members.matrixOfNew(actor).filled(form.wishes());
        model.addAttribute("form", form);
        model.addAttribute("matrix", MatrixView.of(matrix, words, language));
        return "accounts/member-new";
    }
}
