package dev.fenliu.chatgroups;

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
    OTHER
}
