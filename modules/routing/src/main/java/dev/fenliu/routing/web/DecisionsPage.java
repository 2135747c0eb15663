package dev.fenliu.routing.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.ShopHead;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.application.TellDecisions;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 分配紀錄: every decision of a shop in one sentence, opened to its reasons. */
@Controller
class DecisionsPage {
    private static final int PAGE = 25;

    private final TellDecisions decisions;

    DecisionsPage(TellDecisions decisions) {
        this.decisions = decisions;
    }

    /** @param before the place in the log below which the page begins */
    @GetMapping("/platform/chat-groups/{shop}/decisions")
    String show(
            Actor actor,
            @PathVariable String shop,
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String before,
            Locale locale,
            Model model) {
        var filter = DecisionFilter.of(agent, reason, from, to, before);
        var zone = decisions.shop(actor, shop).zone();
        var page = decisions.log(actor, shop, filter.wanted(zone), PAGE);
        model.addAttribute("shop", ShopHead.of(page.shop(), locale));
        model.addAttribute("filter", filter);
        model.addAttribute("agents", page.agents());
        model.addAttribute("reasons", Reason.values());
        model.addAttribute("stories", page.stories());
        model.addAttribute("next", page.next());
        return "routing/decisions";
    }
}
