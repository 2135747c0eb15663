package dev.fenliu.analytics.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.analytics.domain.Deeds;
import dev.fenliu.analytics.domain.Excerpt;
import dev.fenliu.analytics.domain.Face;
import dev.fenliu.analytics.domain.Period;
import dev.fenliu.analytics.domain.Summing;
import dev.fenliu.analytics.domain.Tally;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what stands behind a figure of the statistics: the facts one by one, as many as the figure says (rules 8). */
@Service
public class ReadDetails {
    private final FollowRows rows;
    private final History history;
    private final Deeds deeds;
    private final Directory directory;
    private final BuyerNames names;
    private final Permissions permissions;

    ReadDetails(
            FollowRows rows,
            History history,
            Deeds deeds,
            Directory directory,
            BuyerNames names,
            Permissions permissions) {
        this.rows = rows;
        this.history = history;
        this.deeds = deeds;
        this.directory = directory;
        this.names = names;
        this.permissions = permissions;
    }

    /**
     * A part of the facts behind that figure.
     *
     * @param page which part, from 1; the last one if there are not so many
     * @param most how many facts a part has
     */
    @Transactional(readOnly = true)
    public Details look(Actor actor, DetailsWish wish, int page, int most, Instant now) {
        var row = rows.of(actor, wish, now);
        var figures = figures(actor.enterprise(), row, now);
        rows.requireKnown(actor, row, figures.tellsSomething());
        var found = wish.behind().figure(figures);
        var part = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(found, most)));
        var excerpt = new Excerpt(wish.order(), (part - 1) * most, most);
        var shown = deeds.some(actor.enterprise(), row.reach(), wish.behind(), excerpt);
        var shops = row.scope().shops();
        var overseen = shops.stream()
                .map(Shop::id)
                .filter(shop -> permissions.allow(actor, Permission.VIEW_ALL_CHATS, shop))
                .collect(toSet());
        return new Details(
                row.by(),
                row.about(),
                row.scope().only(),
                row.scope().onlyOwn(),
                row.period(),
                row.home(),
                figures,
                wish.behind(),
                shown,
                excerpt,
                actor.member(),
                shops.stream().collect(toMap(Shop::id, identity())),
                directory.members(actor.enterprise()).stream().collect(toMap(Member::id, identity())),
                overseen,
                names.of(
                        actor.enterprise(),
                        shown,
                        deed -> overseen.contains(deed.shop()) || Objects.equals(deed.member(), actor.member())));
    }

    /** The days that are meant; refused if they cannot be told, or the row not to the actor. */
    @Transactional(readOnly = true)
    public Period period(Actor actor, DetailsWish wish, Instant now) {
        return look(actor, wish, 1, 1, now).period();
    }

    private Tally figures(EnterpriseId enterprise, FollowedRow row, Instant now) {
        var sum = new Summing();
        var reach = row.reach();
        var face = row.source() == null ? Face.PEOPLE : Face.SOURCES;
        row.zones()
                .forEach((zone, shops) -> history.read(
                        enterprise,
                        zone,
                        row.period(),
                        face,
                        shops,
                        now,
                        day -> day.counted().stream()
                                .filter(reach::includes)
                                .forEach(counted -> sum.add(counted.tally()))));
        return sum.sum().tally();
    }
}
