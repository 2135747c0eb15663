package dev.fenliu.webchat.web;

import dev.fenliu.chatgroups.ChatSource;

/** A page of the demo storefront: the shop's own, a product's or an order's. A chat started there comes from there. */
sealed interface StorePage {
    /** Below the shop's own address; what a chat form names as the page it stands on. */
    String path();

    ChatSource source();

    /** Throws {@link UnknownInShop}. */
    static StorePage at(String path) {
        return switch (path.split("/", -1)) {
            case String[] parts when parts.length == 1 && parts[0].isEmpty() -> new Home();
            case String[] parts
            when parts.length == 2 && parts[0].equals("products") ->
                new OfProduct(Catalogue.product(parts[1]).orElseThrow(UnknownInShop::new));
            case String[] parts
            when parts.length == 2 && parts[0].equals("orders") ->
                new OfOrder(Catalogue.order(parts[1]).orElseThrow(UnknownInShop::new));
            default -> throw new UnknownInShop();
        };
    }

    /** 賣場首頁. */
    record Home() implements StorePage {
        @Override
        public String path() {
            return "";
        }

        @Override
        public ChatSource source() {
            return ChatSource.SHOP_PAGE;
        }
    }

    /** 商品詳情頁面. */
    record OfProduct(Catalogue.Product product) implements StorePage {
        @Override
        public String path() {
            return "products/" + product.id();
        }

        @Override
        public ChatSource source() {
            return ChatSource.PRODUCT_PAGE;
        }
    }

    /** 訂單頁面. */
    record OfOrder(Catalogue.Order order) implements StorePage {
        @Override
        public String path() {
            return "orders/" + order.id();
        }

        @Override
        public ChatSource source() {
            return ChatSource.ORDER_PAGE;
        }
    }
}
