package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ShopHead;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import dev.fenliu.chatgroups.domain.CapOutOfRange;
import dev.fenliu.chatgroups.domain.DistributionSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A shop's cap and tie-break (設定). */
@Controller
@RequestMapping("/platform/chat-groups/{shop}/settings")
class SettingsPage {
    private final SeeChatGroups chatGroups;
    private final ManageDistribution distribution;
    private final Clock clock;

    SettingsPage(SeeChatGroups chatGroups, ManageDistribution distribution, Clock clock) {
        this.chatGroups = chatGroups;
        this.distribution = distribution;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @PathVariable String shop, Locale locale, Model model) {
        var view = chatGroups.shop(actor, shop);
        model.addAttribute("shop", ShopHead.of(view.shop(), locale));
        model.addAttribute("tieBreaks", TieBreak.values());
        model.addAttribute("cap", view.settings().cap());
        model.addAttribute("tieBreak", view.settings().tieBreak());
        return "chatgroups/settings";
    }

    @PostMapping
    String change(
            Actor actor,
            @PathVariable ShopId shop,
            @RequestParam(defaultValue = "") String cap,
            @RequestParam TieBreak tieBreak,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var wish = new ManageDistribution.Wish(null, null, DistributionSettings.capFrom(cap), tieBreak);
            distribution.change(actor, shop, wish, LastMember.TURN_OFF, clock.instant());
        } catch (CapOutOfRange refusal) {
            show(actor, shop.toString(), locale, model);
            model.addAttribute("cap", cap);
            model.addAttribute("tieBreak", tieBreak);
            model.addAttribute("problem", Problem.of(refusal));
            Mendable.answer(response);
            return "chatgroups/settings";
        }
        redirect.addFlashAttribute("notice", "chatgroups.settings-saved");
        return "redirect:/platform/chat-groups/{shop}/settings";
    }
}
