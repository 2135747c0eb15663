package dev.fenliu.chatgroups.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.application.GroupPrint;
import dev.fenliu.chatgroups.application.LastMember;
import dev.fenliu.chatgroups.application.ManageChatGroups;
import dev.fenliu.chatgroups.application.SeeChatGroups;
import dev.fenliu.chatgroups.domain.GroupChangedMeanwhile;
import dev.fenliu.chatgroups.domain.LastMemberLeaves;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A group of a shop, to be changed. */
@Controller
@RequestMapping("/platform/chat-groups/{shop}/groups/{id}")
class GroupPage {
    private final SeeChatGroups chatGroups;
    private final ManageChatGroups groups;
    private final GroupFormView view;
    private final Clock clock;

    GroupPage(SeeChatGroups chatGroups, ManageChatGroups groups, GroupFormView view, Clock clock) {
        this.chatGroups = chatGroups;
        this.groups = groups;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @PathVariable String shop, @PathVariable GroupId id, Locale locale, Model model) {
        var form = GroupForm.of(chatGroups.group(actor, shop, id));
        return view.render(actor, shop, id, form, true, locale, model);
    }

    @PostMapping
    String change(
            Actor actor,
            @PathVariable ShopId shop,
            @PathVariable GroupId id,
            @ModelAttribute("form") GroupForm form,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var lastMember = Boolean.TRUE.equals(form.agreed()) ? LastMember.TURN_OFF : LastMember.ASK_FIRST;
        try {
            var changed = groups.change(actor, shop, id, form.wish(), lastMember, clock.instant());
            redirect.addFlashAttribute("notice", "chatgroups.group-saved");
            redirect.addFlashAttribute("noticeAbout", changed.name());
            return "redirect:/platform/chat-groups/{shop}";
        } catch (Refusal refusal) {
            model.addAttribute("problem", Problem.ofForm(refusal));
            Mendable.answer(response);
            var again = again(actor, shop, id, form, refusal, model);
            return view.render(actor, shop.toString(), id, again, true, locale, model);
        }
    }

    /** The form as it was filled in; whoever saves it once more knows now what they had not known before. */
    private GroupForm again(Actor actor, ShopId shop, GroupId id, GroupForm form, Refusal refusal, Model model) {
        return switch (refusal) {
            case LastMemberLeaves leaves -> form.agreedTo();
            case GroupChangedMeanwhile changed -> {
                var card = chatGroups.group(actor, shop.toString(), id);
                model.addAttribute("meanwhile", card);
                yield form.seenAs(GroupPrint.of(card.group()));
            }
            default -> form;
        };
    }
}
