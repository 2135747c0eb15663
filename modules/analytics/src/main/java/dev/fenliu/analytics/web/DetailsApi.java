package dev.fenliu.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.CursorUnknown;
import dev.fenliu.analytics.application.Details;
import dev.fenliu.analytics.application.DetailsWish;
import dev.fenliu.analytics.application.ReadDetails;
import dev.fenliu.analytics.domain.Behind;
import dev.fenliu.analytics.domain.By;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.analytics.domain.Excerpt.Order;
import dev.fenliu.analytics.domain.UnknownFigure;
import dev.fenliu.chatgroups.ChatSource;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands behind a figure of the statistics, newest first. */
@RestController
@RequestMapping("/api/v1/performance/details")
class DetailsApi {
    private final ReadDetails details;
    private final Clock clock;

    DetailsApi(ReadDetails details, Clock clock) {
        this.details = details;
        this.clock = clock;
    }

    /**
     * One fact.
     *
     * @param kind such as {@code CLOSED}
     * @param seconds how long the buyer had waited; absent for what is no answer
     * @param stars absent for what is no rating
     * @param aside closed by the system, begun by a buyer who came back, or the first answer of the conversation
     * @param missed closed while the buyer waited for an answer, or begun and not answered within twelve hours
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            Deed.Kind kind,
            String conversation,
            String shop,
            ChatSource source,
            @Nullable String member,
            Instant at,
            @Nullable Integer seconds,
            @Nullable Integer stars,
            boolean aside,
            boolean missed) {
        static Item of(Deed deed) {
            return new Item(
                    deed.kind(),
                    deed.conversation().toString(),
                    deed.shop().toString(),
                    deed.source(),
                    deed.member() == null ? null : deed.member().toString(),
                    deed.at(),
                    deed.kind() == Deed.Kind.REPLIED ? deed.seconds() : null,
                    deed.stars() == 0 ? null : deed.stars(),
                    deed.aside(),
                    deed.missed());
        }
    }

    /**
     * A part of them.
     *
     * @param found how many there are in all parts: the figure that was followed
     */
    record Answer(int found, List<Item> items, @Nullable String next) {
        static Answer of(Details told) {
            var excerpt = told.excerpt();
            var end = excerpt.skip() + told.deeds().size();
            return new Answer(
                    told.found(),
                    told.deeds().stream().map(Item::of).toList(),
                    end < told.found() ? Integer.toString(told.found() - end) : null);
        }
    }

    @GetMapping
    Answer details(
            Actor actor,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String row,
            @RequestParam(required = false) @Nullable String shop,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "opened") String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(200) int limit) {
        var behind = Behind.coded(kind).orElseThrow(() -> new UnknownFigure(kind));
        var wish = new DetailsWish(By.asked(by), row, shop, from, to, behind, Order.NEWEST);
        return Answer.of(details.look(actor, wish, found -> skip(cursor, found), limit, clock.instant()));
    }

    // The cursor says how many are left: what happens meanwhile comes before them.
    private static int skip(@Nullable String cursor, int found) {
        if (cursor == null) {
            return 0;
        }
        var left = cursor.matches("[1-9]\\d{0,8}") ? Integer.parseInt(cursor) : Integer.MAX_VALUE;
        if (left > found) {
            throw new CursorUnknown();
        }
        return found - left;
    }
}
