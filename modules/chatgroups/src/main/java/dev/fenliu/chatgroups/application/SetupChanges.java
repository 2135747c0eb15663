package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroupEvent.SetupChanging;
import dev.fenliu.chatgroups.domain.LastMemberLeaves;
import dev.fenliu.chatgroups.domain.SetupFact;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOff;
import dev.fenliu.chatgroups.domain.Setups;
import dev.fenliu.chatgroups.domain.ShopGroups;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The way of every change to a shop's groups: announced, permitted, locked, made, saved, told. */
@Component
class SetupChanges {
    private final Setups setups;
    private final Directory directory;
    private final ShopsToManage shops;
    private final ChatGroupNews news;
    private final ApplicationEventPublisher events;

    SetupChanges(
            Setups setups,
            Directory directory,
            ShopsToManage shops,
            ChatGroupNews news,
            ApplicationEventPublisher events) {
        this.setups = setups;
        this.directory = directory;
        this.shops = shops;
        this.news = news;
        this.events = events;
    }

    ShopGroups make(
            Actor actor,
            ShopId shop,
            LastMember lastMember,
            Instant now,
            Function<ShopGroups, List<SetupFact>> change) {
        // Before anything is read: whoever listens may have to wait here until nobody assigns chats.
        events.publishEvent(new SetupChanging(actor.enterprise(), shop, now));
        return carryOut(actor, shops.get(actor, shop), lastMember, now, change);
    }

    /** What follows from another change, which was announced and permitted itself. */
    ShopGroups carryOut(
            Actor actor, Shop where, LastMember lastMember, Instant now, Function<ShopGroups, List<SetupFact>> change) {
        var main = directory.mainAccount(actor.enterprise()).id();
        var groups = setups.lock(actor.enterprise(), main, where.id());

        var facts = change.apply(groups);
        if (lastMember == LastMember.ASK_FIRST && facts.contains(new TurnedOff(true))) throw new LastMemberLeaves();

        setups.save(actor.enterprise(), groups, facts, now);
        facts.forEach(fact -> events.publishEvent(news.of(fact, actor, where, now)));
        return groups;
    }
}
