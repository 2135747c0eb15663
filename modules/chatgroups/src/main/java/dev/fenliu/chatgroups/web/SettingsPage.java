package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageDistribution;
import dev.fenliu.chatgroups.application.ManageReplies;
import dev.fenliu.chatgroups.domain.CapOutOfRange;
import dev.fenliu.chatgroups.domain.DistributionSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A shop's settings (設定): cap and tie-break, what it answers by itself, its hours. */
@Controller
@RequestMapping("/platform/chat-groups/{shop}/settings")
class SettingsPage {
    private static final String BACK = "redirect:/platform/chat-groups/{shop}/settings";

    private final SettingsView view;
    private final ManageDistribution distribution;
    private final ManageReplies replies;
    private final Clock clock;

    SettingsPage(SettingsView view, ManageDistribution distribution, ManageReplies replies, Clock clock) {
        this.view = view;
        this.distribution = distribution;
        this.replies = replies;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @PathVariable String shop, Locale locale, Model model) {
        return view.render(actor, shop, locale, model);
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
            model.addAttribute("cap", cap);
            model.addAttribute("tieBreak", tieBreak);
            model.addAttribute("problem", Problem.of(refusal));
            Mendable.answer(response);
            return view.render(actor, shop.toString(), locale, model);
        }
        redirect.addFlashAttribute("notice", "chatgroups.settings-saved");
        return BACK;
    }

    @PostMapping("/replies")
    String reply(
            Actor actor,
            @PathVariable ShopId shop,
            @RequestParam Map<String, String> fields,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = RepliesForm.read(fields);
        try {
            replies.change(actor, shop.toString(), form.wish(), clock.instant());
        } catch (Refusal refusal) {
            model.addAttribute("replies", form);
            model.addAttribute("problem", Problem.ofForm(refusal));
            Mendable.answer(response);
            return view.render(actor, shop.toString(), locale, model);
        }
        redirect.addFlashAttribute("notice", "chatgroups.replies-saved");
        return BACK;
    }
}
