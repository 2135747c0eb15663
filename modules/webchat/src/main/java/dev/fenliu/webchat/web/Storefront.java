package dev.fenliu.webchat.web;

import dev.fenliu.accounts.ShopId;
import dev.fenliu.webchat.application.BuyerLine;
import dev.fenliu.webchat.application.ShopVisit;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.Wares;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of the demo storefront, each with the buyer's chat panel on it. */
@Component
class Storefront {
    private final Words words;
    private final Wares wares;

    Storefront(Words words, Wares wares) {
        this.words = words;
        this.wares = wares;
    }

    /** Returns the page's view. */
    String show(StorePage page, ShopVisit visit, Locale locale, Model model) {
        model.addAttribute("shop", visit.shop());
        model.addAttribute("zone", visit.shop().zone());
        model.addAttribute("history", visit.thread());
        model.addAttribute("lines", visit.thread().lines());
        model.addAttribute("answered", visit.answered());
        model.addAttribute("blocked", visit.thread().blocked());
        model.addAttribute("rateable", visit.thread().rateable());
        model.addAttribute("page", page.path());
        model.addAttribute("here", address(page, visit.shop().id()));
        var about = newlyAskedAbout(card(page, locale), visit);
        model.addAttribute("about", about);
        model.addAttribute(
                "aboutWare",
                about == null ? null : wares.find(visit.shop().id(), about).orElse(null));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("demoOrder", Catalogue.ORDER.id());
        return view(page, model);
    }

    static String address(StorePage page, ShopId shop) {
        return page.path().isEmpty() ? "/store/" + shop : "/store/" + shop + "/" + page.path();
    }

    /** What a chat that starts on the page is about. */
    @Nullable
    Card card(StorePage page, Locale locale) {
        return switch (page) {
            case StorePage.Home home -> null;
            case StorePage.OfProduct it ->
                new Card(
                        Card.Type.PRODUCT,
                        it.product().id(),
                        words.of("product." + it.product().id(), locale));
            case StorePage.OfOrder it ->
                new Card(
                        Card.Type.ORDER,
                        it.order().id(),
                        words.of("order.title", locale, it.order().id()));
        };
    }

    // Whoever goes on asking about the same thing need not show it again.
    private static @Nullable Card newlyAskedAbout(@Nullable Card card, ShopVisit visit) {
        var before = visit.thread().lines().stream()
                .map(BuyerLine::card)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
        return card == null || before.filter(it -> it.ref().equals(card.ref())).isPresent() ? null : card;
    }

    private static String view(StorePage page, Model model) {
        return switch (page) {
            case StorePage.Home home -> {
                model.addAttribute("products", Catalogue.PRODUCTS);
                yield "webchat/store/shop";
            }
            case StorePage.OfProduct it -> {
                model.addAttribute("product", it.product());
                model.addAttribute(
                        "products",
                        Catalogue.PRODUCTS.stream()
                                .filter(other -> !other.equals(it.product()))
                                .limit(4)
                                .toList());
                yield "webchat/store/product";
            }
            case StorePage.OfOrder it -> {
                model.addAttribute("order", it.order());
                yield "webchat/store/order";
            }
        };
    }
}
