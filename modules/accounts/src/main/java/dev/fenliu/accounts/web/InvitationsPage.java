package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.Invite;
import dev.fenliu.accounts.application.RoleMatrix;
import dev.fenliu.accounts.domain.GrantWish;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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

/** The invitations of an enterprise: sent, sent again and taken back. */
@Controller
@RequestMapping("/platform/invitations")
class InvitationsPage {
    private static final String VIEW = "accounts/invitations";
    private static final String HERE = "redirect:/platform/invitations";

    private final Invite invite;
    private final RoleWords words;
    private final Clock clock;

    InvitationsPage(Invite invite, RoleWords words, Clock clock) {
        this.invite = invite;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, Locale language, Model model) {
        var view = invite.of(actor);
        model.addAttribute("form", InviteForm.widest(view.offered()));
        return page(view, language, model);
    }

    @PostMapping
    String invite(
            Actor actor,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult binding,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (binding.hasErrors()) return mend(FormProblem.of(binding), actor, language, model, response);
        try {
            var link = invite.invite(actor, form.wish(language.toLanguageTag()), clock.instant());
            return sent(link.orElse(null), actor, language, model, redirect);
        } catch (Refusal refusal) {
            return mend(FormProblem.of(refusal), actor, language, model, response);
        }
    }

    @PostMapping("/{id}/renewal")
    String again(Actor actor, @PathVariable long id, Locale language, Model model, RedirectAttributes redirect) {
        return sent(invite.again(actor, id, clock.instant()).orElse(null), actor, language, model, redirect);
    }

    @PostMapping("/{id}/revocation")
    String revoke(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        invite.revoke(actor, id, clock.instant());
        redirect.addFlashAttribute("notice", "invitations.revoked");
        return HERE;
    }

    // A link that has to be handed over is shown by this answer alone: a redirect would keep it in the session.
    private String sent(@Nullable String link, Actor actor, Locale language, Model model, RedirectAttributes redirect) {
        if (link == null) {
            redirect.addFlashAttribute("notice", "invitations.sent");
            return HERE;
        }
        model.addAttribute("handOver", link);
        return show(actor, language, model);
    }

    private String mend(FormProblem problem, Actor actor, Locale language, Model model, HttpServletResponse response) {
        model.addAttribute("problem", problem);
        problem.answer(response);
        return page(invite.of(actor), language, model);
    }

    private String page(Invite.View view, Locale language, Model model) {
        model.addAttribute("view", view);
        model.addAttribute(
                "roles",
                view.offered().givable().stream()
                        .map(it -> new Named(it.id().toString(), words.name(it, language)))
                        .toList());
        model.addAttribute("now", clock.instant());
        return VIEW;
    }

    record InviteForm(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @OneLine @Size(max = 100) String name,
            @NotBlank @Size(max = 64) String loginId,
            @NotBlank @Size(max = 50) String role,
            @NotEmpty @Size(max = 500) List<String> shops) {
        // For every shop, where that may be given at all.
        static InviteForm widest(RoleMatrix offered) {
            var everywhere = offered.reached().stream().anyMatch(line -> line.shop() == null);
            return new InviteForm("", "", "", "", everywhere ? List.of(GrantWish.EVERY_SHOP) : List.of());
        }

        InviteForm {
            email = stripped(email);
            name = stripped(name);
            loginId = stripped(loginId);
            role = stripped(role);
            shops = shops == null ? List.of() : List.copyOf(shops);
        }

        Invite.Wish wish(String language) {
            var everywhere = shops.contains(GrantWish.EVERY_SHOP);
            var where = everywhere ? List.of(GrantWish.EVERY_SHOP) : shops;
            return new Invite.Wish(
                    email,
                    loginId,
                    name,
                    language,
                    where.stream().map(shop -> new GrantWish(shop, role)).toList());
        }

        private static String stripped(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }
}
