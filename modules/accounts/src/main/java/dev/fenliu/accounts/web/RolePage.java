package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.RoleId;
import dev.fenliu.accounts.application.Loss;
import dev.fenliu.accounts.application.ManageRoles;
import dev.fenliu.accounts.application.PlanChanges;
import dev.fenliu.accounts.application.SeeRoles;
import dev.fenliu.accounts.application.SeeRoles.View;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One role: what it allows, and who has it. */
@Controller
@RequestMapping("/platform/roles")
class RolePage {
    private final SeeRoles roles;
    private final ManageRoles management;
    private final PlanChanges plans;
    private final RoleWords words;
    private final Clock clock;

    RolePage(SeeRoles roles, ManageRoles management, PlanChanges plans, RoleWords words, Clock clock) {
        this.roles = roles;
        this.management = management;
        this.plans = plans;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/new")
    String begin(Actor actor, Model model) {
        return form(RoleForm.EMPTY, roles.offered(actor), model);
    }

    @PostMapping
    String create(
            Actor actor,
            @ModelAttribute("form") RoleForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var created = management.create(actor, form.wished(), clock.instant());
            redirect.addFlashAttribute("notice", "roles.created");
            redirect.addFlashAttribute("noticeAbout", created.name());
            return "redirect:/platform/roles";
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("problem", problem);
            problem.answer(response);
            return form(form, roles.offered(actor), model);
        }
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable RoleId id, Locale language, Model model) {
        var view = roles.of(actor, id);
        return show(view, RoleForm.of(view.role()), language, model);
    }

    /**
     * What it is from now on.
     *
     * @param agreed the print of what was said that people lose; empty when nothing was
     */
    @PostMapping("/{id}")
    String change(
            Actor actor,
            @PathVariable RoleId id,
            @ModelAttribute("form") RoleForm form,
            @RequestParam(defaultValue = "") String agreed,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var view = roles.of(actor, id);
        try {
            var losses = plans.ofRole(actor, id, form.wished());
            if (!losses.isEmpty() && !Loss.print(losses).equals(agreed)) {
                sayLosses(losses, model);
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                response.setHeader("HX-Push-Url", "false");
                return show(view, form, language, model);
            }
            management.change(actor, id, form.wished(), clock.instant());
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("problem", problem);
            problem.answer(response);
            return show(view, form, language, model);
        }
        redirect.addFlashAttribute("notice", "roles.saved");
        redirect.addFlashAttribute("noticeAbout", view.role().name());
        return "redirect:/platform/roles/{id}";
    }

    @GetMapping("/{id}/deletion")
    String askDeletion(Actor actor, @PathVariable RoleId id, Locale language, Model model) {
        var view = roles.of(actor, id);
        sayLosses(plans.ofDeletion(actor, id), model);
        model.addAttribute("view", view);
        model.addAttribute("name", words.name(view.role(), language));
        return "accounts/role-deletion";
    }

    @PostMapping("/{id}/deletion")
    String delete(Actor actor, @PathVariable RoleId id, RedirectAttributes redirect) {
        var gone = management.delete(actor, id, clock.instant());
        redirect.addFlashAttribute("notice", "roles.deleted");
        redirect.addFlashAttribute("noticeAbout", gone.name());
        return "redirect:/platform/roles";
    }

    private static void sayLosses(List<Loss> losses, Model model) {
        model.addAttribute("losses", losses);
        model.addAttribute("agreeing", Loss.print(losses));
        model.addAttribute(
                "moving", losses.stream().mapToInt(Loss::conversations).sum());
    }

    private String show(View view, RoleForm form, Locale language, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("name", words.name(view.role(), language));
        model.addAttribute("description", words.description(view.role(), language));
        return form(form, view.offered(), model);
    }

    private static String form(RoleForm form, Set<Permission> offered, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("tree", PermissionTree.WHOLE);
        model.addAttribute("offered", offered);
        return "accounts/role";
    }
}
