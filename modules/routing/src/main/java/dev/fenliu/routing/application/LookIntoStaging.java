package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.Staging;
import dev.fenliu.routing.domain.Forecast;
import dev.fenliu.routing.domain.Stagings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits, and what each agent would get of it on coming online now. */
@Service
public class LookIntoStaging implements Staging {
    /** Enough to fill the highest cap; a forecast beyond it would be the cap again. */
    private static final int LOOK_AHEAD = 1_000;

    private final Stagings stagings;
    private final Benches benches;
    private final Clock clock;

    LookIntoStaging(Stagings stagings, Benches benches, Clock clock) {
        this.stagings = stagings;
        this.benches = benches;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ShopId, Waiting> waiting(EnterpriseId enterprise) {
        return stagings.waiting(enterprise);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(EnterpriseId enterprise, ShopId shop) {
        return stagings.waiting(enterprise, shop);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Place> queue(EnterpriseId enterprise, ShopId shop, @Nullable Place after, int limit) {
        return stagings.queue(enterprise, shop, after, limit).stream()
                .map(staged -> new Place(staged.askedAt(), staged.conversation()))
                .toList();
    }

    /** For each agent of the shop who is not ONLINE: how many they would get on coming online now, alone. */
    @Transactional(readOnly = true)
    public Map<MemberId, Integer> forecast(EnterpriseId enterprise, ShopId shop) {
        var now = clock.instant();
        var queue = stagings.queue(enterprise, shop, null, LOOK_AHEAD);
        var bench = benches.seat(enterprise, now).benches().get(shop);
        return bench == null ? Map.of() : new Forecast(bench, queue, now).shares();
    }
}
