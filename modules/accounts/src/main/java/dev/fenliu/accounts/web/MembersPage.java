package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.application.SeeMembers;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 成員: everybody of the enterprise, looked for, ordered and leafed through by the address. */
@Controller
class MembersPage {
    private final SeeMembers members;
    private final RoleWords words;

    MembersPage(SeeMembers members, RoleWords words) {
        this.members = members;
        this.words = words;
    }

    @GetMapping("/platform/members")
    String show(Actor actor, @RequestParam Map<String, String> parameters, Locale language, Model model) {
        var address = MembersAddress.of(parameters);
        var page = members.page(actor, address.query());
        model.addAttribute("address", address);
        model.addAttribute("page", page);
        model.addAttribute(
                "members",
                page.rows().stream()
                        .map(it -> MemberRow.of(it, words, language))
                        .toList());
        model.addAttribute("presences", Presence.values());
        model.addAttribute(
                "shops",
                page.shops().stream()
                        .map(it -> new Named(it.id().toString(), it.name()))
                        .toList());
        model.addAttribute(
                "roles",
                page.roles().stream()
                        .map(it -> new Named(it.id().toString(), words.name(it, language)))
                        .toList());
        return "accounts/members";
    }
}
