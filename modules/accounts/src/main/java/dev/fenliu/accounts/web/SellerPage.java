package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.SellerCentre;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The seller centre (賣家中心): where members begin. */
@Controller
class SellerPage {
    private final SellerCentre sellerCentre;

    SellerPage(SellerCentre sellerCentre) {
        this.sellerCentre = sellerCentre;
    }

    @GetMapping("/seller")
    String show(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("centre", sellerCentre.of(actor));
        return "accounts/seller";
    }

    @GetMapping("/")
    String start() {
        return "redirect:/seller";
    }
}
