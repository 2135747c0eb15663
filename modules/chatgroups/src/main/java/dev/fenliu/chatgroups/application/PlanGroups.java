package dev.fenliu.chatgroups.application;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.domain.GroupName;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows, before anything is changed, what there is to choose from and what would happen. */
@Service
public class PlanGroups {
    private final ShopsToManage shops;
    private final Workplace workplace;

    PlanGroups(ShopsToManage shops, Workplace workplace) {
        this.shops = shops;
        this.workplace = workplace;
    }

    /** The name as a new group would bear it. Refused if it cannot. */
    @Transactional(readOnly = true)
    public String name(Actor actor, String shopIdOrName, String wished) {
        var shop = shops.named(actor, shopIdOrName);
        var name = new GroupName(wished);
        workplace.look(actor.enterprise(), shop.id()).groups().requireFree(name);
        return name.value();
    }

    /** Whom one might choose for a group: the active ones, and whoever is in that group already. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Actor actor, String shopIdOrName, @Nullable GroupId group) {
        var shop = shops.named(actor, shopIdOrName);
        var seen = workplace.look(actor.enterprise(), shop.id());
        return seen.everybody().stream()
                .map(seen::choice)
                .filter(it -> it.member().active() || it.isIn(group))
                .toList();
    }

    /** The very rules, tried out on a copy that is never saved. */
    @Transactional(readOnly = true)
    public DeletionView deletion(Actor actor, String shopIdOrName, GroupId id) {
        var shop = shops.named(actor, shopIdOrName);
        var seen = workplace.look(actor.enterprise(), shop.id());
        var card = seen.card(seen.groups().group(id));
        var turnsOff = seen.groups().delete(id).contains(new TurnedOff(true));
        var served = seen.groups().setup().groups().stream()
                .filter(group -> !group.members().isEmpty())
                .flatMap(group -> group.sources().stream())
                .collect(toSet());
        var orphaned = card.group().sources().stream()
                .filter(source -> !served.contains(source))
                .toList();
        return new DeletionView(card, orphaned, turnsOff);
    }
}
