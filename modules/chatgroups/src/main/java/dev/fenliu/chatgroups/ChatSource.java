package dev.fenliu.chatgroups;

import java.util.Arrays;
import java.util.Optional;

/** Where a chat started (聊聊來源). */
public enum ChatSource {
    /** 商品詳情頁面. */
    PRODUCT_PAGE,
    /** 訂單頁面. */
    ORDER_PAGE,
    /** 賣場首頁. */
    SHOP_PAGE,
    /** 購物車. */
    CART,
    /** 退貨退款. */
    RETURN_REFUND,
    /** 其他. */
    OTHER;

    /** The source with that code, such as {@code PRODUCT_PAGE}; empty if there is none. */
    public static Optional<ChatSource> coded(String code) {
        return Arrays.stream(values()).filter(it -> it.name().equals(code)).findFirst();
    }
}
