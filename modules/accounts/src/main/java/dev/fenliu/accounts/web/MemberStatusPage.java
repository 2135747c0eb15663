package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.application.ManageMembers;
import dev.fenliu.accounts.application.PlanChanges;
import dev.fenliu.accounts.application.SeeMembers;
import dev.fenliu.accounts.domain.MemberWish;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Disabling a member: what becomes of what they have open, said before it is done. And letting them in again. */
@Controller
@RequestMapping("/platform/members/{id}/status")
class MemberStatusPage {
    private final SeeMembers members;
    private final ManageMembers management;
    private final PlanChanges plans;
    private final Clock clock;

    MemberStatusPage(SeeMembers members, ManageMembers management, PlanChanges plans, Clock clock) {
        this.members = members;
        this.management = management;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @PathVariable MemberId id, Model model) {
        var view = members.of(actor, id);
        plans.ofMember(actor, id, MemberWish.active(false));
        model.addAttribute("view", view);
        model.addAttribute("member", view.row().card().member());
        return "accounts/member-status";
    }

    @PostMapping
    String change(Actor actor, @PathVariable MemberId id, @RequestParam boolean active, RedirectAttributes redirect) {
        var changed = management.change(actor, id, MemberWish.active(active), clock.instant());
        redirect.addFlashAttribute("notice", active ? "members.enabled" : "members.disabled");
        redirect.addFlashAttribute("noticeAbout", changed.member().name());
        return "redirect:/platform/members/{id}";
    }
}
