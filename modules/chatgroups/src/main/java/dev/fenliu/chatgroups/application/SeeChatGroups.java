package dev.fenliu.chatgroups.application;

import static dev.fenliu.accounts.Permission.MANAGE_CHAT_GROUPS;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.UnknownShop;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatGroups;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.WaitingChats;
import dev.fenliu.chatgroups.domain.Setups;
import dev.fenliu.chatgroups.domain.ShopGroups;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows groups and settings to whoever may change them. */
@Service
public class SeeChatGroups {
    private final Setups setups;
    private final ChatGroups chatGroups;
    private final Directory directory;
    private final Permissions permissions;
    private final Workplace workplace;
    private final ObjectProvider<WaitingChats> waitingChats;

    SeeChatGroups(
            Setups setups,
            ChatGroups chatGroups,
            Directory directory,
            Permissions permissions,
            Workplace workplace,
            ObjectProvider<WaitingChats> waitingChats) {
        this.setups = setups;
        this.chatGroups = chatGroups;
        this.directory = directory;
        this.permissions = permissions;
        this.workplace = workplace;
        this.waitingChats = waitingChats;
    }

    /** Those whose groups the asker may change, in the order of their creation. */
    @Transactional(readOnly = true)
    public List<ShopLine> shops(Actor actor) {
        var shops = directory.shops(actor.enterprise()).stream()
                .filter(shop -> permissions.allow(actor, MANAGE_CHAT_GROUPS, shop.id()))
                .toList();
        if (shops.isEmpty() && !permissions.allowSomewhere(actor, MANAGE_CHAT_GROUPS)) throw new NotAllowed();
        var setups = chatGroups.setups(actor.enterprise());
        return shops.stream()
                .map(shop -> {
                    var setup = setups.get(shop.id());
                    return setup == null
                            ? new ShopLine(shop, false, 0)
                            : new ShopLine(shop, setup.enabled(), setup.groups().size());
                })
                .toList();
    }

    /** The shop with that id or name, if the asker may change its groups. */
    @Transactional(readOnly = true)
    public Shop find(Actor actor, String idOrName) {
        return permitted(actor, idOrName);
    }

    @Transactional(readOnly = true)
    public ShopView shop(Actor actor, String idOrName) {
        var shop = permitted(actor, idOrName);
        var main = directory.mainAccount(actor.enterprise());
        var groups = setups.of(actor.enterprise(), main.id(), shop.id());
        var counting = groups.groups().stream()
                .flatMap(group -> group.members().stream())
                .filter(groups::counts)
                .toList();
        return new ShopView(
                shop,
                groups.settings(),
                groups.mainAccountRole(),
                groups.mayBeOn(),
                counting.equals(List.of(main.id())),
                main,
                cards(groups, workplace.of(actor.enterprise(), shop.id())),
                waitingChats.stream().findFirst().flatMap(it -> it.in(actor.enterprise(), shop.id())));
    }

    /** In the order of their creation. */
    @Transactional(readOnly = true)
    public List<GroupCard> groups(Actor actor, String shopIdOrName) {
        var shop = permitted(actor, shopIdOrName);
        return cards(setup(actor, shop), workplace.of(actor.enterprise(), shop.id()));
    }

    @Transactional(readOnly = true)
    public GroupCard group(Actor actor, String shopIdOrName, GroupId id) {
        var shop = permitted(actor, shopIdOrName);
        var groups = setup(actor, shop);
        return card(groups.group(id), groups, workplace.of(actor.enterprise(), shop.id()));
    }

    /** Whom one might choose for a group of the shop: the active ones, and whoever is in that group already. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Actor actor, String shopIdOrName, @Nullable GroupId editing) {
        var shop = permitted(actor, shopIdOrName);
        var groups = setup(actor, shop);
        var seen = workplace.of(actor.enterprise(), shop.id());
        return seen.everybody().stream()
                .map(it -> new Choice(
                        it,
                        seen.atWork(it),
                        seen.mayAnswer(it),
                        groups.groupOf(it.id()).orElse(null)))
                .filter(it -> it.member().active() || it.isIn(editing))
                .toList();
    }

    private ShopGroups setup(Actor actor, Shop shop) {
        var main = directory.mainAccount(actor.enterprise()).id();
        return setups.of(actor.enterprise(), main, shop.id());
    }

    private Shop permitted(Actor actor, String idOrName) {
        var shop = directory.shopNamed(actor.enterprise(), idOrName).orElseThrow(UnknownShop::new);
        if (!permissions.allow(actor, MANAGE_CHAT_GROUPS, shop.id())) throw new NotAllowed();
        return shop;
    }

    private static List<GroupCard> cards(ShopGroups groups, Workplace.Seen seen) {
        return groups.groups().stream().map(group -> card(group, groups, seen)).toList();
    }

    private static GroupCard card(ChatGroup group, ShopGroups groups, Workplace.Seen seen) {
        return new GroupCard(
                group,
                seen.everybody().stream()
                        .filter(it -> group.members().contains(it.id()))
                        .map(it -> seat(it, groups, seen))
                        .toList());
    }

    private static Seat seat(Member member, ShopGroups groups, Workplace.Seen seen) {
        return new Seat(member, seen.atWork(member), seen.mayAnswer(member), groups.counts(member.id()));
    }
}
