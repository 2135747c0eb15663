package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.TieBreak;
import dev.fenliu.chatgroups.domain.DistributionWish;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches distribution, includes the main account, and sets cap and tie-break of a shop. */
@Service
public class ManageDistribution {
    private final SetupChanges changes;

    ManageDistribution(SetupChanges changes) {
        this.changes = changes;
    }

    /** Settings as somebody wishes them; what is null stays as it is. */
    public record Wish(
            @Nullable Boolean enabled,
            @Nullable Boolean includeMain,
            @Nullable Integer cap,
            @Nullable TieBreak tieBreak) {}

    @Transactional
    public ShopSetup change(Actor actor, ShopId shop, Wish wish, LastMember lastMember, Instant now) {
        var wished = new DistributionWish(wish.enabled(), wish.includeMain(), wish.cap(), wish.tieBreak());
        return changes.make(actor, shop, lastMember, now, groups -> groups.change(wished))
                .setup();
    }
}
