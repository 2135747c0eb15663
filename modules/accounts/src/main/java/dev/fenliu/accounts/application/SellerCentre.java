package dev.fenliu.accounts.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Shop;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where members begin (賣家中心): their shops, and what they may open from here. */
@Service
public class SellerCentre {
    private final CurrentSnapshots snapshots;

    SellerCentre(CurrentSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Transactional(readOnly = true)
    public View of(Actor actor) {
        var enterprise = snapshots.of(actor.enterprise());
        return new View(enterprise.enterprise(), enterprise.shopsOf(actor.me()), enterprise.permissionsOf(actor.me()));
    }

    /** A member's shops, and what they may do in one or another. */
    public record View(Enterprise enterprise, List<Shop> shops, Set<Permission> permissions) {
        public boolean chats() {
            return permissions.contains(Permission.CHAT);
        }

        /** Whether the enterprise account platform (企業帳號管理平台) holds anything for them. */
        public boolean manages() {
            return permissions.contains(Permission.MANAGE_CHAT_GROUPS)
                    || permissions.contains(Permission.VIEW_PERFORMANCE)
                    || permissions.contains(Permission.VIEW_ALL_CHATS);
        }

        /** The first page of the platform that they may open. */
        public String platform() {
            if (permissions.contains(Permission.MANAGE_CHAT_GROUPS)) {
                return "/platform/chat-groups";
            }
            return permissions.contains(Permission.VIEW_PERFORMANCE)
                    ? "/platform/performance"
                    : "/platform/conversations";
        }
    }
}
