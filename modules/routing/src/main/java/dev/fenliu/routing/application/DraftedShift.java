package dev.fenliu.routing.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.routing.Desks.Stretch;
import dev.fenliu.routing.application.AskWhatIf.Span;
import dev.fenliu.routing.domain.LocalDay;
import dev.fenliu.routing.domain.ShiftEndsBeforeItBegins;
import dev.fenliu.routing.domain.Traffic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of a day as somebody thinks of them, as stretches of presence. */
record DraftedShift(LocalDay day, Traffic traffic) {
    List<Stretch> stretches(MemberId member, @Nullable List<Span> times) {
        if (times == null) {
            return List.of(stretch(member, new Span(null, null)));
        }
        var stretches = new ArrayList<Stretch>();
        for (var place = 0; place < times.size(); place++) {
            var time = times.get(place);
            stretches.add(Refusal.within("online[" + place + "]", () -> stretch(member, time)));
        }
        return stretches;
    }

    private Stretch stretch(MemberId member, Span time) {
        var from = time.from() == null ? day.start() : day.at(time.from());
        var until = time.until() == null ? day.end() : day.at(time.until());
        if (!from.isBefore(until)) throw new ShiftEndsBeforeItBegins();
        return new Stretch(member, Presence.ONLINE, from, until);
    }
}
