package dev.fenliu.app.web;

import dev.fenliu.accounts.Permission;
import java.util.Set;

/**
 * The signed-in person as the top and the navigation of a page show them.
 *
 * @param platform the first page of the enterprise account platform that they may open
 */
public record Me(String name, String login, Set<Permission> rights, String platform) {
    /** What stands in their face: the first character of the name, be it of two code units. */
    public String initial() {
        return name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** Whether they may open the webchat. */
    public boolean chats() {
        return rights.contains(Permission.CHAT);
    }

    /** Whether they may open the performance data: of others, or what they did themselves. */
    public boolean measured() {
        return chats() || rights.contains(Permission.VIEW_PERFORMANCE);
    }

    /** Whether they hold the permission in one shop or another. */
    public boolean may(String permission) {
        return rights.contains(Permission.valueOf(permission));
    }
}
