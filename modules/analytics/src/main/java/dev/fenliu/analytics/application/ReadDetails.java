package dev.fenliu.analytics.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Shop;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.Deeds;
import dev.fenliu.analytics.domain.Excerpt;
import dev.fenliu.analytics.domain.Period;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what stands behind a figure of the statistics: the facts one by one, as many as the figure says (rules 8). */
@Service
public class ReadDetails {
    private final FollowRows rows;
    private final History history;
    private final Deeds deeds;
    private final Directory directory;
    private final ReadableChats chats;

    ReadDetails(FollowRows rows, History history, Deeds deeds, Directory directory, ReadableChats chats) {
        this.rows = rows;
        this.history = history;
        this.deeds = deeds;
        this.directory = directory;
        this.chats = chats;
    }

    /**
     * A part of the facts behind that figure.
     *
     * @param skip how many facts come before the part, of as many as there are in all
     * @param most how many facts the part has, at most
     */
    @Transactional(readOnly = true)
    public Details look(Actor actor, DetailsWish wish, IntUnaryOperator skip, int most, Instant now) {
        var row = rows.of(actor, wish, now);
        var figures = known(actor, row, now);
        var found = figures.getOrDefault(wish.behind(), 0);
        return details(actor, wish, row, figures, new Excerpt(wish.order(), skip.applyAsInt(found), most), now);
    }

    /** All of them, of few days; whether the actor may know of the row is not asked again. */
    @Transactional(readOnly = true)
    public Details all(Actor actor, DetailsWish wish, Instant now) {
        return details(
                actor, wish, rows.of(actor, wish, now), Map.of(), new Excerpt(wish.order(), 0, Integer.MAX_VALUE), now);
    }

    /** The days that are meant; refused if they cannot be told, or the row not to the actor. */
    @Transactional(readOnly = true)
    public Period period(Actor actor, DetailsWish wish, Instant now) {
        var row = rows.of(actor, wish, now);
        known(actor, row, now);
        return row.period();
    }

    private Map<Behind, Integer> known(Actor actor, FollowedRow row, Instant now) {
        var figures = history.counts(actor.enterprise(), row, now);
        rows.requireKnown(actor, row, figures);
        return figures;
    }

    private Details details(
            Actor actor,
            DetailsWish wish,
            FollowedRow row,
            Map<Behind, Integer> figures,
            Excerpt excerpt,
            Instant now) {
        var shown = deeds.some(actor.enterprise(), row.reach(), wish.behind(), excerpt);
        var shops = row.scope().shops().stream().collect(toMap(Shop::id, identity()));
        var readable = chats.of(actor, shops.keySet());
        return new Details(
                row.by(),
                row.about(),
                now,
                row.scope().only(),
                row.scope().onlyOwn(),
                row.period(),
                row.scope().home(),
                figures,
                wish.behind(),
                shown,
                excerpt,
                shops,
                directory.members(actor.enterprise()).stream().collect(toMap(Member::id, identity())),
                readable,
                chats.names(actor, shown, readable));
    }
}
