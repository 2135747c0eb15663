package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 聊聊分組: the shops whose groups one may change. */
@Controller
class ShopsPage {
    private final SeeChatGroups chatGroups;

    ShopsPage(SeeChatGroups chatGroups) {
        this.chatGroups = chatGroups;
    }

    @GetMapping("/platform/chat-groups")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String search,
            Locale locale,
            Model model) {
        var filter = new ShopFilter(status, search);
        var all = chatGroups.shops(actor).stream()
                .map(line -> ShopRow.of(line, locale))
                .toList();
        model.addAttribute("filter", filter);
        model.addAttribute("anyShop", !all.isEmpty());
        model.addAttribute("shops", all.stream().filter(filter::admits).toList());
        return "chatgroups/shops";
    }
}
