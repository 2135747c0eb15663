package dev.fenliu.webchat.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.domain.Archive;
import dev.fenliu.webchat.domain.Found;
import dev.fenliu.webchat.domain.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An agent looks for a buyer or for words among the conversations they may see. */
@Service
public class SearchConversations {
    /** How many conversations one search looks through before it asks whether to go on. */
    public static final int REACH = 2_000;

    private static final int PAGE = 30;
    private static final int AT_ONCE = 250;

    private final Archive archive;
    private final Permissions permissions;
    private final Views views;

    SearchConversations(Archive archive, Permissions permissions, Views views) {
        this.archive = archive;
        this.permissions = permissions;
        this.views = views;
    }

    /** Without words everything that the agent may see is found, the newest first. */
    @Transactional(readOnly = true)
    public FoundView search(Actor me, String words, @Nullable ConversationId before) {
        var wanted = Texts.search(words);
        var among = archive.latest(me.enterprise(), me.me(), before, REACH);
        var found = found(me, wanted, among);
        var page = Page.of(found, PAGE);
        return new FoundView(
                views.conversations(
                        me.enterprise(),
                        page.items().stream().map(Found::listed).toList()),
                page.items().stream()
                        .filter(it -> it.line() != null && !wanted.isEmpty())
                        .collect(Collectors.toUnmodifiableMap(
                                it -> it.listed().conversation().id(),
                                it -> Snippet.of(Objects.requireNonNull(it.line()), wanted))),
                page.more()
                        ? page.next(last -> last.listed().conversation().id())
                        : among.size() < REACH ? null : among.getLast());
    }

    // A part at a time: frequent words are found at once, and rare ones cost no more than the reach.
    private List<Found> found(Actor me, String words, List<ConversationId> among) {
        var shops = shops(me);
        var found = new ArrayList<Found>();
        for (var start = 0; start < among.size() && found.size() <= PAGE; start += AT_ONCE) {
            var part = among.subList(start, Math.min(start + AT_ONCE, among.size()));
            found.addAll(archive.holding(me.enterprise(), me.me(), shops, part, words, PAGE + 1 - found.size()));
        }
        return found;
    }

    private List<ShopId> shops(Actor me) {
        return permissions.shopsAllowing(me.enterprise(), me.me(), Permission.CHAT).stream()
                .map(Shop::id)
                .toList();
    }
}
