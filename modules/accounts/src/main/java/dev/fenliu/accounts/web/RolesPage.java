package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.application.SeeRoles;
import dev.fenliu.accounts.application.SeeRoles.Row;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 角色: the built-in ones and the enterprise's own, and how many have them. */
@Controller
class RolesPage {
    private final SeeRoles roles;
    private final RoleWords words;

    RolesPage(SeeRoles roles, RoleWords words) {
        this.roles = roles;
        this.words = words;
    }

    @GetMapping("/platform/roles")
    String show(Actor actor, Locale language, Model model) {
        var all = roles.all(actor);
        model.addAttribute("overview", all);
        model.addAttribute(
                "builtIn",
                all.rows().stream()
                        .filter(it -> it.role().builtIn())
                        .map(it -> RoleRow.of(it, words, language))
                        .toList());
        model.addAttribute(
                "own",
                all.rows().stream()
                        .filter(it -> !it.role().builtIn())
                        .map(it -> RoleRow.of(it, words, language))
                        .toList());
        return "accounts/roles";
    }

    /** A role in the list, in the reader's words. */
    record RoleRow(String id, String name, String description, Set<Permission> permissions, int holders) {
        static RoleRow of(Row row, RoleWords words, Locale language) {
            var role = row.role();
            return new RoleRow(
                    role.id().toString(),
                    words.name(role, language),
                    words.description(role, language),
                    new TreeSet<>(role.permissions()),
                    row.holders());
        }
    }
}
