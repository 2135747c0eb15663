package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.ShopHead;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.chatgroups.application.ManageReplies;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import dev.fenliu.chatgroups.application.SeeTurns;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a shop's settings: what was typed into one of its forms stays there when it has to be mended. */
@Component
class SettingsView {
    private final SeeChatGroups chatGroups;
    private final ManageReplies replies;
    private final SeeTurns turns;

    SettingsView(SeeChatGroups chatGroups, ManageReplies replies, SeeTurns turns) {
        this.chatGroups = chatGroups;
        this.replies = replies;
        this.turns = turns;
    }

    String render(Actor actor, String shop, Locale locale, Model model) {
        var view = chatGroups.shop(actor, shop);
        model.addAttribute("shop", ShopHead.of(view.shop(), locale));
        model.addAttribute("zone", view.shop().zone());
        model.addAttribute("tieBreaks", TieBreak.values());
        model.addAttribute("example", turns.example(actor, shop).orElse(null));
        keep(model, "cap", view.settings().cap());
        keep(model, "tieBreak", view.settings().tieBreak());
        keep(model, "replies", RepliesForm.of(replies.of(actor, shop)));
        return "chatgroups/settings";
    }

    private static void keep(Model model, String name, Object value) {
        if (!model.containsAttribute(name)) model.addAttribute(name, value);
    }
}
