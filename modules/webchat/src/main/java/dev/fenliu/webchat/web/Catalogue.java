package dev.fenliu.webchat.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the demo storefront sells, in every shop the same. It exists so that anyone can try the whole way. */
final class Catalogue {
    static final List<Product> PRODUCTS = List.of(
            new Product("linen-shirt", 690, 890, 12),
            new Product("cotton-dress", 1_280, null, 7),
            new Product("canvas-tote", 450, null, 38),
            new Product("straw-hat", 580, 720, 9),
            new Product("stoneware-mug", 360, null, 24),
            new Product("wool-scarf", 980, null, 15),
            new Product("canvas-shoes", 1_150, 1_390, 4),
            new Product("folding-umbrella", 520, null, 31));

    static final Order ORDER =
            new Order("241102-8871", List.of(new Item(PRODUCTS.get(1), 1), new Item(PRODUCTS.get(4), 2)));

    private Catalogue() {}

    static Optional<Product> product(String id) {
        return PRODUCTS.stream().filter(product -> product.id().equals(id)).findAny();
    }

    static Optional<Order> order(String id) {
        return Optional.of(ORDER).filter(order -> order.id().equals(id));
    }

    /** Its id names its picture and its words. */
    record Product(String id, int price, @Nullable Integer formerPrice, int stock) {}

    record Item(Product product, int quantity) {
        public int total() {
            return product.price() * quantity;
        }
    }

    record Order(String id, List<Item> items) {
        public int total() {
            return items.stream().mapToInt(Item::total).sum();
        }
    }
}
