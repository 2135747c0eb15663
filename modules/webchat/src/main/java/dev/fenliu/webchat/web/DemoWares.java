package dev.fenliu.webchat.web;

import dev.fenliu.accounts.ShopId;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.Ware;
import dev.fenliu.webchat.domain.Wares;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The demo storefront's answer to what a card is about. */
@Component
class DemoWares implements Wares {
    @Override
    public Optional<Ware> find(ShopId shop, Card card) {
        var store = "/store/" + shop;
        return switch (card.type()) {
            case PRODUCT ->
                Catalogue.product(card.ref())
                        .map(it -> new Ware(
                                price(it.price()),
                                "/assets/store/" + it.id() + ".svg",
                                store + "/products/" + it.id()));
            case ORDER ->
                Catalogue.order(card.ref())
                        .map(it ->
                                new Ware(price(it.total()), "/assets/store/parcel.svg", store + "/orders/" + it.id()));
        };
    }

    private static String price(int amount) {
        return String.format(Locale.ROOT, "NT$ %,d", amount);
    }
}
