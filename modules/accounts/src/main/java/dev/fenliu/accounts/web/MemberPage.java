package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.Loss;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.PlanChanges;
import dev.fenliu.accounts.application.RemoveSecondFactor;
import dev.fenliu.accounts.application.RoleMatrix;
import dev.fenliu.accounts.application.SeeMembers;
import dev.fenliu.accounts.application.SeeMembers.View;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.MemberWish;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One member: who they are, their roles shop by shop, and what they have open. */
@Controller
@RequestMapping("/platform/members/{id}")
class MemberPage {
    private static final String BACK = "redirect:/platform/members/{id}";

    private final SeeMembers members;
    private final ManageMembers management;
    private final RemoveSecondFactor factors;
    private final PlanChanges plans;
    private final RoleWords words;
    private final Clock clock;

    MemberPage(
            SeeMembers members,
            ManageMembers management,
            RemoveSecondFactor factors,
            PlanChanges plans,
            RoleWords words,
            Clock clock) {
        this.members = members;
        this.management = management;
        this.factors = factors;
        this.plans = plans;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @PathVariable MemberId id, Locale language, Model model) {
        var view = members.of(actor, id);
        return show(view, form(view), view.matrix(), language, model);
    }

    @PostMapping
    String change(
            Actor actor,
            @PathVariable MemberId id,
            @ModelAttribute("form") MemberForm form,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var changed = management.change(actor, id, form.profile(), clock.instant());
            redirect.addFlashAttribute("notice", "members.saved");
            redirect.addFlashAttribute("noticeAbout", changed.member().name());
            return BACK;
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("problem", problem);
            problem.answer(response);
            var view = members.of(actor, id);
            return show(view, form, view.matrix(), language, model);
        }
    }

    /**
     * Their roles from now on.
     *
     * @param agreed the print of what was said that they lose; empty when nothing was
     */
    @PostMapping("/roles")
    String changeRoles(
            Actor actor,
            @PathVariable MemberId id,
            @ModelAttribute("form") MemberForm form,
            @RequestParam(defaultValue = "") String agreed,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var view = members.of(actor, id);
        var wish = MemberWish.roles(wishes(view.matrix(), form));
        try {
            var losses = plans.ofMember(actor, id, wish);
            var conversations = losses.stream().mapToInt(Loss::conversations).sum();
            if (conversations > 0 && !Loss.print(losses).equals(agreed)) {
                model.addAttribute("moving", conversations);
                model.addAttribute("agreeing", Loss.print(losses));
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                response.setHeader("HX-Push-Url", "false");
                return show(view, form(view), view.matrix().filled(form.wishes()), language, model);
            }
            management.change(actor, id, wish, clock.instant());
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("rolesProblem", problem);
            problem.answer(response);
            return show(view, form(view), view.matrix().filled(form.wishes()), language, model);
        }
        redirect.addFlashAttribute("notice", "members.roles.saved");
        redirect.addFlashAttribute("noticeAbout", view.row().card().member().name());
        return BACK;
    }

    @PostMapping("/password")
    String resetPassword(Actor actor, @PathVariable MemberId id, RedirectAttributes redirect) {
        var begun = management.resetPassword(actor, id, clock.instant());
        redirect.addFlashAttribute("oncePassword", begun.password().value());
        redirect.addFlashAttribute("notice", "members.password.reset");
        redirect.addFlashAttribute("noticeAbout", begun.card().member().name());
        return BACK;
    }

    @PostMapping("/second-factor")
    String removeSecondFactor(Actor actor, @PathVariable MemberId id, RedirectAttributes redirect) {
        var member = factors.remove(actor, id, clock.instant());
        redirect.addFlashAttribute("notice", "members.factor.removed");
        redirect.addFlashAttribute("noticeAbout", member.name());
        return BACK;
    }

    private String show(View view, MemberForm form, RoleMatrix matrix, Locale language, Model model) {
        model.addAttribute("member", MemberRow.of(view.row(), words, language));
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("matrix", MatrixView.of(matrix, words, language));
        return "accounts/member";
    }

    private static List<GrantWish> wishes(RoleMatrix matrix, MemberForm form) {
        return Stream.concat(matrix.kept().stream(), form.wishes().stream()).toList();
    }

    private static MemberForm form(View view) {
        var member = view.row().card().member();
        return new MemberForm(
                null, member.name(), view.contact().email(), view.contact().phone(), null);
    }
}
