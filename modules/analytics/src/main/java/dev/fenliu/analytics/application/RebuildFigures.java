package dev.fenliu.analytics.application;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import dev.fenliu.accounts.AccountEvent;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Jobs;
import dev.fenliu.accounts.LongWork;
import dev.fenliu.accounts.NotAllowed;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts all days together anew, when the main account wishes it: from the facts alone, day by day, while all goes on. */
@Service
public class RebuildFigures implements LongWork {
    private static final String KIND = "rebuild-figures";

    private final RollUp rollUp;
    private final Jobs jobs;
    private final Directory directory;

    RebuildFigures(RollUp rollUp, Jobs jobs, Directory directory) {
        this.rollUp = rollUp;
        this.jobs = jobs;
        this.directory = directory;
    }

    @Transactional
    public void begin(Actor actor) {
        requireMain(actor);
        rollUp.beginAnew(actor.enterprise());
        jobs.start(KIND, actor.enterprise(), actor.enterprise().value());
    }

    /** Days of a shop that has moved are counted anew by the clocks of where it is now. */
    @EventListener
    @Transactional(propagation = MANDATORY)
    public void on(AccountEvent.ShopChanged change) {
        if (!change.moved()) {
            return;
        }
        rollUp.beginAnew(change.enterprise());
        jobs.start(KIND, change.enterprise(), change.enterprise().value());
    }

    @Transactional(readOnly = true)
    public RollUpProgress progress(Actor actor, Instant now) {
        requireMain(actor);
        return rollUp.progress(actor.enterprise(), now);
    }

    @Transactional(readOnly = true)
    public boolean goesOn(Actor actor) {
        return jobs.underWay(KIND, actor.enterprise(), actor.enterprise().value());
    }

    /** Whether the asker may: the main account, and programs. */
    @Transactional(readOnly = true)
    public boolean mayBegin(Actor actor) {
        return actor.member() == null
                || directory.mainAccount(actor.enterprise()).id().equals(actor.member());
    }

    private void requireMain(Actor actor) {
        if (!mayBegin(actor)) {
            throw new NotAllowed();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public boolean goOn(EnterpriseId enterprise, long job, Instant now) {
        return rollUp.zones(enterprise).stream().anyMatch(zone -> rollUp.next(enterprise, zone, now));
    }

    @Override
    public void giveUp(EnterpriseId enterprise, long job, Instant now) {
        // The sweep goes on where it stopped, and figures come from the facts meanwhile.
    }
}
