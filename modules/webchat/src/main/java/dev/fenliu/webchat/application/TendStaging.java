package dev.fenliu.webchat.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Staging;
import dev.fenliu.routing.Staging.Place;
import dev.fenliu.webchat.domain.ConversationState;
import dev.fenliu.webchat.domain.Lists;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves what waits in a shop's staging area, for whoever may reassign there (改派). */
@Service
public class TendStaging {
    /** How many are moved at one wish. */
    public static final int MOST = 500;

    private static final int PAGE = 50;

    /** How many are moved in one transaction, during which nobody else is assigned anything. */
    private static final int AT_ONCE = 50;

    private final Staging staging;
    private final Lists lists;
    private final ForwardConversations forwards;
    private final FindTargets targets;
    private final Directory directory;
    private final Permissions permissions;
    private final Views views;

    TendStaging(
            Staging staging,
            Lists lists,
            ForwardConversations forwards,
            FindTargets targets,
            Directory directory,
            Permissions permissions,
            Views views) {
        this.staging = staging;
        this.lists = lists;
        this.forwards = forwards;
        this.targets = targets;
        this.directory = directory;
        this.permissions = permissions;
        this.views = views;
    }

    /** A conversation that waits, and since when. */
    public record Waiting(ConversationView chat, Instant since) {}

    /**
     * The staging area.
     *
     * @param total how many wait
     * @param oldestSince null while nothing waits
     * @param waiting in the order of the queue
     * @param next after which place in the queue the list goes on; null at its end
     * @param reads whether the asker may see what was written
     * @param manages whether the asker may open the shop's other pages
     */
    public record View(
            Shop shop,
            int total,
            @Nullable Instant oldestSince,
            List<Waiting> waiting,
            @Nullable Place next,
            Targets targets,
            boolean reads,
            boolean manages) {}

    @Transactional(readOnly = true)
    public View look(Actor me, String shopIdOrName, @Nullable Place after) {
        var shop = shop(me, shopIdOrName);
        var page = Page.of(staging.queue(me.enterprise(), shop.id(), after, PAGE + 1), PAGE);
        var area = staging.waiting(me.enterprise(), shop.id()).orElse(null);
        return new View(
                shop,
                area == null ? 0 : area.conversations(),
                area == null ? null : area.oldestSince(),
                waiting(me, page.items()),
                page.next(last -> last),
                targets.in(Acting.self(me), shop.id()),
                permissions.allow(me, Permission.VIEW_ALL_CHATS, shop.id()),
                permissions.allow(me, Permission.MANAGE_CHAT_GROUPS, shop.id()));
    }

    /** What stands at those places, but for those that somebody has got since they were read. */
    private List<Waiting> waiting(Actor me, List<Place> places) {
        var listed = lists.these(
                me.enterprise(), places.stream().map(Place::conversation).toList());
        var byId = views.conversations(me.enterprise(), listed).stream()
                .filter(chat -> chat.state() == ConversationState.WAITING)
                .collect(toMap(ConversationView::id, identity()));
        return places.stream()
                .flatMap(place ->
                        Stream.ofNullable(byId.get(place.conversation())).map(chat -> new Waiting(chat, place.since())))
                .toList();
    }

    /**
     * Moves those of them that still wait there, and answers how many. A target that goes offline meanwhile ends it: what
     * was moved before stays moved.
     *
     * @param chosen null for the oldest {@link #MOST}, which mostly is everything
     */
    public int reassign(
            Actor me,
            String shopIdOrName,
            @Nullable Collection<ConversationId> chosen,
            Target to,
            @Nullable String note,
            Instant now) {
        var shop = shop(me, shopIdOrName);
        var ids = chosen == null
                ? oldest(me, shop)
                : chosen.stream().distinct().limit(MOST).toList();
        var moved = 0;
        for (var start = 0; start < ids.size(); start += AT_ONCE) {
            var some = ids.subList(start, Math.min(start + AT_ONCE, ids.size()));
            moved += forwards.reassignWaiting(Acting.self(me), shop.id(), some, to, note, now);
        }
        return moved;
    }

    private List<ConversationId> oldest(Actor me, Shop shop) {
        return staging.queue(me.enterprise(), shop.id(), null, MOST).stream()
                .map(Place::conversation)
                .toList();
    }

    private Shop shop(Actor me, String idOrName) {
        var shop = directory.shopNamed(me.enterprise(), idOrName).orElseThrow(UnknownShop::new);
        if (!permissions.allow(me, Permission.REASSIGN, shop.id())) {
            throw new NotAllowed();
        }
        return shop;
    }
}
