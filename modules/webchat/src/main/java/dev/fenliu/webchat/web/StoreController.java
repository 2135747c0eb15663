package dev.fenliu.webchat.web;

import dev.fenliu.accounts.ShopId;
import dev.fenliu.webchat.application.VisitShops;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Visitor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demo storefront: products and an order to chat from. */
@Controller
@RequestMapping("/store/{shop}")
class StoreController {
    private final VisitShops visits;
    private final Storefront storefront;

    StoreController(VisitShops visits, Storefront storefront) {
        this.visits = visits;
        this.storefront = storefront;
    }

    @GetMapping
    String home(
            @PathVariable ShopId shop,
            @RequestParam(defaultValue = "") String chat,
            @RequestParam(required = false) @Nullable Position before,
            @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret,
            Locale locale,
            Model model) {
        return show(new StorePage.Home(), shop, chat, before, secret, locale, model);
    }

    @GetMapping("/{kind:products|orders}/{id}")
    String one(
            @PathVariable ShopId shop,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String chat,
            @RequestParam(required = false) @Nullable Position before,
            @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret,
            Locale locale,
            Model model) {
        return show(StorePage.at(kind + "/" + id), shop, chat, before, secret, locale, model);
    }

    private String show(
            StorePage page,
            ShopId shop,
            String chat,
            @Nullable Position before,
            @Nullable String secret,
            Locale locale,
            Model model) {
        var buyer = Visitor.known(secret).map(Visitor::externalId).orElse(null);
        model.addAttribute("open", chat.equals("open"));
        return storefront.show(page, visits.visit(shop, buyer, before), locale, model);
    }
}
