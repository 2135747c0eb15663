package dev.fenliu.accounts.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Shop;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where members begin (賣家中心): their shops, and what they may open from here. */
@Service
public class SellerCentre {
    private static final Map<Permission, String> PLATFORM = pages();

    private final CurrentSnapshots snapshots;

    SellerCentre(CurrentSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Transactional(readOnly = true)
    public View of(Actor actor) {
        var enterprise = snapshots.of(actor.enterprise());
        return new View(
                enterprise.enterprise(),
                enterprise.shopsOf(actor.me()),
                enterprise.permissionsOf(actor.me()),
                enterprise.shopsAllowing(actor.me(), Permission.REASSIGN));
    }

    private static Map<Permission, String> pages() {
        var pages = new LinkedHashMap<Permission, String>();
        pages.put(Permission.MANAGE_CHAT_GROUPS, "/platform/chat-groups");
        pages.put(Permission.VIEW_PERFORMANCE, "/platform/performance");
        pages.put(Permission.VIEW_ALL_CHATS, "/platform/conversations");
        pages.put(Permission.MANAGE_MEMBERS, "/platform/members");
        pages.put(Permission.MANAGE_ROLES, "/platform/roles");
        pages.put(Permission.MANAGE_SHOPS, "/platform/shops");
        pages.put(Permission.VIEW_ACTIVITY, "/platform/activity");
        return pages;
    }

    /**
     * A member's shops, and what they may do in one or another.
     *
     * @param reassigned those of the shops whose staging area they may tend (改派)
     */
    public record View(Enterprise enterprise, List<Shop> shops, Set<Permission> permissions, List<Shop> reassigned) {
        public boolean chats() {
            return permissions.contains(Permission.CHAT);
        }

        /** Whether the performance data has figures for them, be it no more than their own. */
        public boolean measured() {
            return chats() || permissions.contains(Permission.VIEW_PERFORMANCE);
        }

        /** Whether the enterprise account platform (企業帳號管理平台) holds anything for them. */
        public boolean manages() {
            return !Collections.disjoint(permissions, PLATFORM.keySet());
        }

        /** The first page of the platform that they may open. */
        public String platform() {
            return PLATFORM.entrySet().stream()
                    .filter(it -> permissions.contains(it.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("/seller");
        }
    }
}
