package dev.fenliu.accounts.domain;

import static dev.fenliu.accounts.Permission.BLOCK_BUYERS;
import static dev.fenliu.accounts.Permission.CHAT;
import static dev.fenliu.accounts.Permission.MANAGE_CHAT_GROUPS;
import static dev.fenliu.accounts.Permission.MANAGE_SHOPS;
import static dev.fenliu.accounts.Permission.REASSIGN;
import static dev.fenliu.accounts.Permission.VIEW_ACTIVITY;
import static dev.fenliu.accounts.Permission.VIEW_ALL_CHATS;
import static dev.fenliu.accounts.Permission.VIEW_PERFORMANCE;

import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.RoleId;
import java.util.List;
import java.util.Set;

/**
 * A role that every enterprise account begins with.
 *
 * @param english what it may be called as well, by whoever reads English
 */
public record BuiltInRole(String name, String english, String description, Set<Permission> permissions) {
    public static final List<BuiltInRole> ALL = List.of(
            new BuiltInRole("管理員", "Administrator", "管理成員、角色、賣場與聊聊的所有設定", Set.of(Permission.values())),
            new BuiltInRole(
                    "營運",
                    "Operations",
                    "管理賣場與聊聊分組，查看表現數據與所有對話",
                    Set.of(
                            MANAGE_SHOPS,
                            MANAGE_CHAT_GROUPS,
                            VIEW_PERFORMANCE,
                            VIEW_ACTIVITY,
                            VIEW_ALL_CHATS,
                            REASSIGN,
                            BLOCK_BUYERS)),
            // Warehouse and finance work on orders and payments, of which this program knows nothing: they may sign in.
            new BuiltInRole("倉庫管理員", "Warehouse", "處理出貨與庫存", Set.of()),
            new BuiltInRole("財務", "Finance", "處理帳款", Set.of()),
            new BuiltInRole("聊聊客服", "Chat agent", "回覆買家的聊聊", Set.of(CHAT)));

    boolean isCalled(String word) {
        return english.equalsIgnoreCase(word);
    }

    public Role as(RoleId id) {
        return new Role(id, name, description, true, permissions);
    }
}
