package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ShopHead;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.chatgroups.application.ManageDistribution.Wish;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import dev.fenliu.chatgroups.domain.LastMemberLeaves;
import dev.fenliu.chatgroups.domain.MainAccountRole;
import dev.fenliu.chatgroups.domain.NoGroupMember;
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

/** A shop's groups, and the two switches above them. */
@Controller
@RequestMapping("/platform/chat-groups/{shop}")
class ShopPage {
    private static final String BACK = "redirect:/platform/chat-groups/{shop}";

    private final SeeChatGroups chatGroups;
    private final ManageDistribution distribution;
    private final Clock clock;

    ShopPage(SeeChatGroups chatGroups, ManageDistribution distribution, Clock clock) {
        this.chatGroups = chatGroups;
        this.distribution = distribution;
        this.clock = clock;
    }

    /** @param ask the switch that is not to be turned off before somebody has agreed to what happens then */
    @GetMapping
    String show(
            Actor actor,
            @PathVariable String shop,
            @RequestParam(defaultValue = "") String ask,
            Locale locale,
            Model model) {
        var view = chatGroups.shop(actor, shop);
        model.addAttribute("shop", ShopHead.of(view.shop(), locale));
        model.addAttribute("view", view);
        model.addAttribute("ask", ask);
        model.addAttribute("mends", chatGroups.managesMembers(actor));
        model.addAttribute("scenarios", MainAccountRole.values());
        return "chatgroups/shop";
    }

    @PostMapping("/distribution")
    String turn(
            Actor actor,
            @PathVariable ShopId shop,
            @RequestParam boolean enabled,
            @RequestParam(defaultValue = "false") boolean agreed,
            RedirectAttributes redirect) {
        if (!enabled
                && !agreed
                && chatGroups.shop(actor, shop.toString()).staging().moving() > 0) {
            return ask("distribution", redirect);
        }
        try {
            change(actor, shop, new Wish(enabled, null, null, null), LastMember.TURN_OFF);
        } catch (NoGroupMember refusal) {
            redirect.addFlashAttribute("refused", Problem.of(refusal).key());
            return BACK;
        }
        redirect.addFlashAttribute("notice", enabled ? "chatgroups.turned-on" : "chatgroups.turned-off");
        return BACK;
    }

    @PostMapping("/main-account")
    String include(
            Actor actor,
            @PathVariable ShopId shop,
            @RequestParam boolean included,
            @RequestParam(defaultValue = "false") boolean agreed,
            RedirectAttributes redirect) {
        var lastMember = agreed ? LastMember.TURN_OFF : LastMember.ASK_FIRST;
        try {
            change(actor, shop, new Wish(null, included, null, null), lastMember);
        } catch (LastMemberLeaves refusal) {
            return ask("main", redirect);
        }
        redirect.addFlashAttribute("notice", included ? "chatgroups.main-included" : "chatgroups.main-excluded");
        return BACK;
    }

    private void change(Actor actor, ShopId shop, Wish wish, LastMember lastMember) {
        distribution.change(actor, shop, wish, lastMember, clock.instant());
    }

    private static String ask(String what, RedirectAttributes redirect) {
        redirect.addAttribute("ask", what);
        return BACK;
    }
}
