package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.ResetPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a member chooses another password, behind the link in their mail. */
@Controller
@RequestMapping("/reset/{link}")
class ResetPage {
    private final ResetPassword reset;
    private final Clock clock;

    ResetPage(ResetPassword reset, Clock clock) {
        this.reset = reset;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String link, Model model) {
        model.addAttribute("login", reset.login(link, clock.instant()));
        model.addAttribute("link", link);
        return "accounts/reset";
    }

    @PostMapping
    String choose(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            NewPassword.requireSame(password, repeated);
            reset.choose(link, password, request.getRemoteAddr(), clock.instant());
        } catch (Refusal refusal) {
            var problem = FormProblem.of(refusal);
            model.addAttribute("problem", problem);
            problem.answer(response);
            return show(link, model);
        }
        redirect.addFlashAttribute("notice", "reset.done");
        return "redirect:/login";
    }
}
