package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Shop;
import dev.fenliu.chatgroups.AutomaticReplies;
import dev.fenliu.chatgroups.AutomaticReplies.Kind;
import dev.fenliu.chatgroups.ChatGroupEvent;
import dev.fenliu.chatgroups.domain.Replies;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets what a shop answers by itself, and its hours. */
@Service
public class ManageReplies {
    private final ShopsToManage shops;
    private final Replies replies;
    private final ApplicationEventPublisher events;

    ManageReplies(ShopsToManage shops, Replies replies, ApplicationEventPublisher events) {
        this.shops = shops;
        this.replies = replies;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public AutomaticReplies of(Actor actor, String shopIdOrName) {
        var shop = shops.named(actor, shopIdOrName);
        return replies.of(actor.enterprise(), shop.id());
    }

    @Transactional
    public void change(Actor actor, String shopIdOrName, AutomaticReplies wish, Instant now) {
        var shop = shops.named(actor, shopIdOrName);
        var before = replies.of(actor.enterprise(), shop.id());
        if (before.equals(wish)) return;

        replies.save(actor.enterprise(), shop.id(), wish);
        events.publishEvent(fact(actor, shop, new Change(values(before), values(wish)), now));
    }

    private static ChatGroupEvent fact(Actor actor, Shop shop, Change change, Instant now) {
        var activity = new Activity(
                actor,
                "replies-changed",
                shop.name(),
                shop.id(),
                change.onlyIn(change.before()),
                change.onlyIn(change.after()),
                now);
        return new ChatGroupEvent.RepliesChanged(actor.enterprise(), shop.id(), activity, now);
    }

    private static Map<String, String> values(AutomaticReplies replies) {
        var values = new LinkedHashMap<String, String>();
        for (var kind : Kind.values())
            values.put(kind.name(), replies.text(kind).orElse("–"));
        for (var day : DayOfWeek.values()) {
            values.put(
                    day.name(),
                    replies.hours()
                            .of(day)
                            .map(span -> span.from() + "–" + span.to())
                            .orElse("–"));
        }
        return values;
    }
}
