package dev.fenliu.accounts.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The second page of a sign-in. The doors in front of the program take its form. */
@Controller
class CodePage {
    @GetMapping("/login/code")
    String show(@SessionAttribute(name = "half-way", required = false) @Nullable Object halfWay) {
        return halfWay == null ? "redirect:/login" : "accounts/code";
    }

    @PostMapping("/login/code/refused")
    String refused(@RequestAttribute(required = false) @Nullable Long minutes, Model model) {
        model.addAttribute("refusal", minutes == null ? "refusal.code-wrong" : "refusal.too-many-tries");
        model.addAttribute("minutes", minutes);
        return "accounts/code";
    }
}
