package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.MyPassword;
import dev.fenliu.accounts.application.SignedIn;
import dev.fenliu.accounts.domain.PasswordsDiffer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where whoever was given a password chooses their own. Until then nothing else is open to them. */
@Controller
@RequestMapping("/password")
class FirstPasswordPage {
    private final MyPassword passwords;
    private final Clock clock;

    FirstPasswordPage(MyPassword passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @AuthenticationPrincipal SignedIn me, Model model) {
        if (!passwords.isDue(actor)) return "redirect:/platform/account/security";
        model.addAttribute("member", me);
        return "accounts/first-password";
    }

    @PostMapping
    String choose(
            Actor actor,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(name = "new-password", defaultValue = "") String wish,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response) {
        try {
            if (!wish.equals(repeated)) throw new PasswordsDiffer();
            passwords.begin(me, actor, wish, clock.instant());
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("problem", problem);
            model.addAttribute("member", me);
            problem.answer(response);
            return "accounts/first-password";
        }
        return "redirect:/seller";
    }
}
