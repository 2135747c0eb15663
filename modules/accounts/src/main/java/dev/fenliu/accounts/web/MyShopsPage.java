package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.SeeShops;
import dev.fenliu.accounts.application.SeeShops.Row;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 我的賣場: the shops that somebody manages. */
@Controller
class MyShopsPage {
    private final SeeShops shops;

    MyShopsPage(SeeShops shops) {
        this.shops = shops;
    }

    @GetMapping("/platform/shops")
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            Model model) {
        var all = shops.all(actor);
        model.addAttribute("overview", all);
        model.addAttribute("search", search);
        model.addAttribute("status", status);
        model.addAttribute(
                "shops",
                all.rows().stream().filter(it -> fits(it, search, status)).toList());
        return "accounts/shops";
    }

    private static boolean fits(Row row, String search, String status) {
        var wanted = search.strip().toLowerCase(Locale.ROOT);
        return row.shop().name().toLowerCase(Locale.ROOT).contains(wanted)
                && (status.isEmpty() || row.shop().authorized() == status.equals("AUTHORIZED"));
    }
}
