package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.EqualLoads;
import dev.fenliu.chatgroups.TieBreak;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what each tie-break would do, by the example of today's agents. */
@Service
public class SeeTurns {
    private final ShopsToManage shops;
    private final Directory directory;
    private final ObjectProvider<EqualLoads> equalLoads;

    SeeTurns(ShopsToManage shops, Directory directory, ObjectProvider<EqualLoads> equalLoads) {
        this.shops = shops;
        this.directory = directory;
        this.equalLoads = equalLoads;
    }

    /**
     * The example.
     *
     * @param agents how many were compared
     * @param online whether only those online were compared
     * @param next the name of who would be next by each tie-break
     */
    public record Example(int agents, boolean online, Map<TieBreak, String> next) {}

    /** Empty where nothing has to be chosen. */
    @Transactional(readOnly = true)
    public Optional<Example> example(Actor actor, String shopIdOrName) {
        var shop = shops.named(actor, shopIdOrName);
        return equalLoads.stream()
                .flatMap(it -> it.turn(actor.enterprise(), shop.id()).stream())
                .findFirst()
                .map(turn -> new Example(turn.agents(), turn.online(), names(actor, turn.next())));
    }

    private Map<TieBreak, String> names(Actor actor, Map<TieBreak, MemberId> next) {
        var names = new EnumMap<TieBreak, String>(TieBreak.class);
        next.forEach((tieBreak, member) -> names.put(
                tieBreak,
                directory.member(actor.enterprise(), member).map(Member::name).orElse("")));
        return names;
    }
}
