package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.PlanGroups;
import dev.fenliu.chatgroups.domain.GroupNameMissing;
import dev.fenliu.chatgroups.domain.GroupNameTaken;
import dev.fenliu.chatgroups.domain.GroupNameTooLong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 新群組, in two steps: a name, then members and sources. */
@Controller
@RequestMapping("/platform/chat-groups/{shop}/groups")
class NewGroupPage {
    private final ManageChatGroups groups;
    private final PlanGroups plans;
    private final GroupFormView view;
    private final Clock clock;

    NewGroupPage(ManageChatGroups groups, PlanGroups plans, GroupFormView view, Clock clock) {
        this.groups = groups;
        this.plans = plans;
        this.view = view;
        this.clock = clock;
    }

    /**
     * @param name null before the first step
     * @param opened whether members and sources are open already, and stay so while the name is mended
     */
    @GetMapping("/new")
    String show(
            Actor actor,
            @PathVariable String shop,
            @RequestParam(required = false) @Nullable String name,
            @ModelAttribute("form") GroupForm form,
            @RequestParam(defaultValue = "false") boolean opened,
            Locale locale,
            Model model) {
        if (name == null) return view.render(actor, shop, null, form, false, locale, model);
        try {
            var named = form.named(plans.name(actor, shop, name));
            return view.render(actor, shop, null, named, true, locale, model);
        } catch (GroupNameMissing | GroupNameTooLong | GroupNameTaken refusal) {
            model.addAttribute("problem", Problem.of(refusal));
            return view.render(actor, shop, null, form, opened, locale, model);
        }
    }

    @PostMapping
    String create(
            Actor actor,
            @PathVariable ShopId shop,
            @ModelAttribute("form") GroupForm form,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var created = groups.create(actor, shop, form.wish(), clock.instant());
            redirect.addFlashAttribute("notice", "chatgroups.group-created");
            redirect.addFlashAttribute("noticeAbout", created.name());
            return "redirect:/platform/chat-groups/{shop}";
        } catch (Refusal refusal) {
            model.addAttribute("problem", Problem.ofForm(refusal));
            Mendable.answer(response);
            return view.render(actor, shop.toString(), null, form, true, locale, model);
        }
    }
}
