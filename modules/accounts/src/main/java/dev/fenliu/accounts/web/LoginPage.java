package dev.fenliu.accounts.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. The doors in front of the program take its form, and send it here again when it is refused. */
@Controller
class LoginPage {
    @GetMapping("/login")
    String show(
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String expired,
            @Nullable Principal signedIn,
            Model model) {
        if (signedIn != null) return "redirect:/seller";
        if (out != null) model.addAttribute("news", "login.out");
        if (expired != null) model.addAttribute("news", "login.expired");
        return "accounts/login";
    }

    @PostMapping("/login/refused")
    String refused(
            @RequestParam(defaultValue = "") String username,
            @RequestAttribute(required = false) @Nullable Long minutes,
            Model model) {
        model.addAttribute("username", username);
        model.addAttribute("refusal", minutes == null ? "refusal.wrong-login" : "refusal.too-many-tries");
        model.addAttribute("minutes", minutes);
        return "accounts/login";
    }

    /** Agents keep this address: it leads to the desk, and there whoever is not signed in is asked to. */
    @GetMapping("/webchat/login")
    String desk() {
        return "redirect:/webchat";
    }
}
