package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopHead;
import dev.fenliu.chatgroups.application.PlanGroups;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page with the form of a group, new or not. */
@Component
class GroupFormView {
    private final SeeChatGroups chatGroups;
    private final PlanGroups plans;

    GroupFormView(SeeChatGroups chatGroups, PlanGroups plans) {
        this.chatGroups = chatGroups;
        this.plans = plans;
    }

    /**
     * @param group null for a new one
     * @param complete false while a new group has no name yet: members and sources come with the second step
     */
    String render(
            Actor actor,
            String shop,
            @Nullable GroupId group,
            GroupForm form,
            boolean complete,
            Locale locale,
            Model model) {
        var view = chatGroups.shop(actor, shop);
        model.addAttribute("shop", ShopHead.of(view.shop(), locale));
        model.addAttribute("view", view);
        model.addAttribute("group", group == null ? null : group.toString());
        model.addAttribute("form", form);
        model.addAttribute("complete", complete);
        model.addAttribute(
                "taken", view.groups().stream().map(it -> it.group().name()).toList());
        model.addAttribute("allSources", ChatSource.values());
        model.addAttribute("mends", chatGroups.managesMembers(actor));
        model.addAttribute("choices", plans.choices(actor, shop, group));
        return "chatgroups/group";
    }
}
