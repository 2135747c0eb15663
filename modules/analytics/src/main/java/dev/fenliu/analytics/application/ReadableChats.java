package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.ConversationNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says which conversations somebody may read, and names the buyers of no others. */
@Component
class ReadableChats {
    private final Permissions permissions;
    private final ConversationNames conversations;

    ReadableChats(Permissions permissions, ConversationNames conversations) {
        this.permissions = permissions;
        this.conversations = conversations;
    }

    ReadRights of(Actor actor, Collection<ShopId> shops) {
        return new ReadRights(
                actor.member(),
                allowing(actor, Permission.CHAT, shops),
                allowing(actor, Permission.VIEW_ALL_CHATS, shops));
    }

    private Set<ShopId> allowing(Actor actor, Permission what, Collection<ShopId> shops) {
        return shops.stream()
                .filter(shop -> permissions.allow(actor, what, shop))
                .collect(toSet());
    }

    /** One statement. */
    Map<ConversationId, String> names(Actor actor, List<Deed> deeds, ReadRights readable) {
        var known = deeds.stream()
                .filter(deed -> readable.atDesk(deed) || readable.onPlatform(deed))
                .map(Deed::conversation)
                .collect(toSet());
        return conversations.names(actor.enterprise(), known).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> it.getValue().buyer()));
    }
}
