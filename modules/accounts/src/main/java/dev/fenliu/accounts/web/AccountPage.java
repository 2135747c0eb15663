package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.MyProfile;
import dev.fenliu.accounts.application.SignedIn;
import dev.fenliu.accounts.domain.Profile;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own account (我的帳戶): profile and language. */
@Controller
@RequestMapping("/platform/account")
class AccountPage {
    private static final String VIEW = "accounts/account";

    private final MyProfile profile;
    private final Clock clock;

    AccountPage(MyProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        model.addAttribute("form", ProfileForm.of(profile.of(actor)));
        return page(me, locale, model);
    }

    @PostMapping("/profile")
    String change(
            Actor actor,
            @AuthenticationPrincipal SignedIn me,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult binding,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var problem = binding.hasErrors() ? FormProblem.of(binding) : change(actor, form);
        if (problem != null) {
            model.addAttribute("problem", problem);
            problem.answer(response);
            return page(me, locale, model);
        }
        redirect.addFlashAttribute("notice", "account.profile.saved");
        return "redirect:/platform/account";
    }

    private @Nullable FormProblem change(Actor actor, ProfileForm form) {
        try {
            profile.change(actor, form.profile(), form.current(), clock.instant());
            return null;
        } catch (Refusal refusal) {
            return FormProblem.of(refusal);
        }
    }

    private static String page(SignedIn me, Locale locale, Model model) {
        model.addAttribute("member", me);
        model.addAttribute("languages", MyProfile.LANGUAGES);
        model.addAttribute("spoken", locale.toLanguageTag());
        return VIEW;
    }

    record ProfileForm(
            @NotBlank @OneLine @Size(max = 100) String name,
            @Email @Size(max = 254) String email,

            @Size(max = 32) @Pattern(regexp = "[0-9+()/ .#-]*")
            String phone,

            @Size(max = 128) String current) {
        ProfileForm {
            name = stripped(name);
            email = stripped(email);
            phone = stripped(phone);
            if (current == null) current = "";
        }

        static ProfileForm of(Profile profile) {
            return new ProfileForm(profile.name(), stripped(profile.email()), stripped(profile.phone()), "");
        }

        Profile profile() {
            return new Profile(name, email.isEmpty() ? null : email, phone.isEmpty() ? null : phone);
        }

        private static String stripped(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
