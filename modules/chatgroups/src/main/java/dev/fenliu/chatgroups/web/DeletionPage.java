package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopHead;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.PlanGroups;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import dev.fenliu.chatgroups.domain.LastMemberLeaves;
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

/** The end of a group: what would happen, and then it. */
@Controller
@RequestMapping("/platform/chat-groups/{shop}/groups/{id}/deletion")
class DeletionPage {
    private final SeeChatGroups chatGroups;
    private final PlanGroups plans;
    private final ManageChatGroups groups;
    private final Clock clock;

    DeletionPage(SeeChatGroups chatGroups, PlanGroups plans, ManageChatGroups groups, Clock clock) {
        this.chatGroups = chatGroups;
        this.plans = plans;
        this.groups = groups;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @PathVariable String shop, @PathVariable GroupId id, Locale locale, Model model) {
        var view = chatGroups.shop(actor, shop);
        model.addAttribute("shop", ShopHead.of(view.shop(), locale));
        model.addAttribute("view", view);
        model.addAttribute("deletion", plans.deletion(actor, shop, id));
        return "chatgroups/deletion";
    }

    /** @param agreed whether the asker was told that distribution turns off with the group */
    @PostMapping
    String delete(
            Actor actor,
            @PathVariable ShopId shop,
            @PathVariable GroupId id,
            @RequestParam(defaultValue = "false") boolean agreed,
            RedirectAttributes redirect) {
        var name = chatGroups.group(actor, shop.toString(), id).group().name();
        var lastMember = agreed ? LastMember.TURN_OFF : LastMember.ASK_FIRST;
        try {
            groups.delete(actor, shop, id, lastMember, clock.instant());
        } catch (LastMemberLeaves refusal) {
            return "redirect:/platform/chat-groups/{shop}/groups/{id}/deletion";
        }
        redirect.addFlashAttribute("notice", "chatgroups.group-deleted");
        redirect.addFlashAttribute("noticeAbout", name);
        return "redirect:/platform/chat-groups/{shop}";
    }
}
