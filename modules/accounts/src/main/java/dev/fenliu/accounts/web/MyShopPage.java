package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.application.ManageShops;
import dev.fenliu.accounts.application.SeeShops;
import dev.fenliu.accounts.domain.Region;
import dev.fenliu.accounts.domain.ShopWish;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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

/** One shop: what it is called, where it sells, and whether it does. */
@Controller
@RequestMapping("/platform/shops")
class MyShopPage {
    private final SeeShops shops;
    private final ManageShops management;
    private final Clock clock;

    MyShopPage(SeeShops shops, ManageShops management, Clock clock) {
        this.shops = shops;
        this.management = management;
        this.clock = clock;
    }

    @GetMapping("/new")
    String begin(Actor actor, Model model) {
        if (!shops.all(actor).adds()) throw new NotAllowed();
        return form(null, ShopForm.EMPTY, model);
    }

    @PostMapping
    String create(
            Actor actor,
            @ModelAttribute("form") ShopForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var created = management.create(actor, form.typedName(), form.chosenRegion(), true, clock.instant());
            redirect.addFlashAttribute("notice", "shops.created");
            redirect.addFlashAttribute("noticeAbout", created.name());
            return "redirect:/platform/shops";
        } catch (Refusal refusal) {
            return again(null, form, refusal, model, response);
        }
    }

    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable ShopId id, Model model) {
        var row = shops.of(actor, id);
        return form(row, ShopForm.of(row.shop()), model);
    }

    @PostMapping("/{id}")
    String change(
            Actor actor,
            @PathVariable ShopId id,
            @ModelAttribute("form") ShopForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            var wish = new ShopWish(form.typedName(), form.chosenRegion(), null);
            var changed = management.change(actor, id, wish, clock.instant());
            redirect.addFlashAttribute("notice", "shops.saved");
            redirect.addFlashAttribute("noticeAbout", changed.name());
            return "redirect:/platform/shops";
        } catch (Refusal refusal) {
            return again(shops.of(actor, id), form, refusal, model, response);
        }
    }

    @GetMapping("/{id}/status")
    String askStatus(Actor actor, @PathVariable ShopId id, Model model) {
        model.addAttribute("row", shops.of(actor, id));
        return "accounts/shop-status";
    }

    @PostMapping("/{id}/status")
    String changeStatus(
            Actor actor, @PathVariable ShopId id, @RequestParam boolean authorized, RedirectAttributes redirect) {
        var changed = management.change(actor, id, new ShopWish(null, null, authorized), clock.instant());
        redirect.addFlashAttribute("notice", authorized ? "shops.authorized" : "shops.disabled");
        redirect.addFlashAttribute("noticeAbout", changed.name());
        return "redirect:/platform/shops";
    }

    private static String again(
            SeeShops.@Nullable Row row, ShopForm form, Refusal refusal, Model model, HttpServletResponse response) {
        var problem = FormProblem.of(refusal);
        model.addAttribute("problem", problem);
        problem.answer(response);
        return form(row, form, model);
    }

    private static String form(SeeShops.@Nullable Row row, ShopForm form, Model model) {
        model.addAttribute("row", row);
        model.addAttribute("form", form);
        model.addAttribute("regions", Region.values());
        return "accounts/shop";
    }
}
