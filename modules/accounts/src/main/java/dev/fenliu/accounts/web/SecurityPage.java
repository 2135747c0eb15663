package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.MyPasskeys;
import dev.fenliu.accounts.application.MyPassword;
import dev.fenliu.accounts.application.MySecondFactor;
import dev.fenliu.accounts.application.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How members prove who they are: password and second factors. */
@Controller
@RequestMapping("/platform/account/security")
class SecurityPage {
    private final MyPassword password;
    private final MySecondFactor factor;
    private final MyPasskeys passkeys;
    private final Clock clock;

    SecurityPage(MyPassword password, MySecondFactor factor, MyPasskeys passkeys, Clock clock) {
        this.password = password;
        this.factor = factor;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("member", me);
        model.addAttribute("factor", factor.of(actor));
        model.addAttribute("passkeys", passkeys.of(actor).size());
        return "accounts/security";
    }

    @PostMapping("/password")
    String change(
            Actor actor,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(name = "new-password", defaultValue = "") String wish,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            NewPassword.requireSame(wish, repeated);
            password.change(me, actor, current, wish, clock.instant());
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("passwordProblem", problem);
            problem.answer(response);
            return show(actor, me, model);
        }
        redirect.addFlashAttribute("notice", "account.password.saved");
        return "redirect:/platform/account/security";
    }
}
