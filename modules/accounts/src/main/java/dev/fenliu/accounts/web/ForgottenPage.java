package dev.fenliu.accounts.web;

import dev.fenliu.accounts.application.ResetPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where whoever forgot their password asks for a link. The answer is the same for every name. */
@Controller
@RequestMapping("/forgotten")
class ForgottenPage {
    private final ResetPassword reset;
    private final Clock clock;

    ForgottenPage(ResetPassword reset, Clock clock) {
        this.reset = reset;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("possible", reset.isPossible());
        return "accounts/forgotten";
    }

    @PostMapping
    String ask(@RequestParam @Size(max = 100) String username, HttpServletRequest request, Model model) {
        reset.ask(username.strip(), request.getRemoteAddr(), clock.instant());
        model.addAttribute("asked", true);
        return show(model);
    }
}
