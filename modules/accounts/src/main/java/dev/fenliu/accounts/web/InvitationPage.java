package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.AcceptInvitation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What whoever was invited sees behind the link. */
@Controller
@RequestMapping("/invitations/{link}")
class InvitationPage {
    private final AcceptInvitation invitations;
    private final Clock clock;

    InvitationPage(AcceptInvitation invitations, Clock clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String link, Model model) {
        var view = invitations.show(link, clock.instant());
        model.addAttribute("form", new AcceptForm(view.invitation().name(), "", ""));
        return page(link, view, model);
    }

    @PostMapping
    String accept(
            @PathVariable String link,
            @Valid @ModelAttribute("form") AcceptForm form,
            BindingResult binding,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var view = invitations.show(link, clock.instant());
        var problem = binding.hasErrors() ? FormProblem.of(binding) : accept(link, form, request.getRemoteAddr());
        if (problem != null) {
            model.addAttribute("problem", problem);
            problem.answer(response);
            return page(link, view, model);
        }
        redirect.addFlashAttribute("notice", "invitation.accepted");
        redirect.addFlashAttribute("username", view.login());
        return "redirect:/login";
    }

    private @Nullable FormProblem accept(String link, AcceptForm form, String address) {
        try {
            NewPassword.requireSame(form.password(), form.repeated());
            invitations.accept(link, form.name(), form.password(), address, clock.instant());
            return null;
        } catch (Refusal refusal) {
            return FormProblem.of(refusal);
        }
    }

    private static String page(String link, AcceptInvitation.View view, Model model) {
        model.addAttribute("link", link);
        model.addAttribute("view", view);
        return "accounts/invitation";
    }

    record AcceptForm(@NotBlank @OneLine @Size(max = 100) String name, String password, String repeated) {
        AcceptForm {
            name = name == null ? "" : name.strip();
            password = password == null ? "" : password;
            repeated = repeated == null ? "" : repeated;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
