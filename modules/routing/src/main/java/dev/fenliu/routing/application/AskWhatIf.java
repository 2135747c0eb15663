package dev.fenliu.routing.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.chatgroups.DraftedSetups.Draft;
import dev.fenliu.routing.domain.Findings;
import dev.fenliu.routing.domain.MadeTraffic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers how chats of a shop would be distributed by other settings and groups. Changes nothing and tells nobody. */
@Service
public class AskWhatIf {
    private final PrepareWhatIf preparation;
    // Whoever tries things out must leave processors to whoever writes, and connections while they wait for one.
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    AskWhatIf(PrepareWhatIf preparation) {
        this.preparation = preparation;
    }

    /**
     * What somebody would like to know.
     *
     * @param shifts who is to be there; null for those who were or, if the chats are made, for everybody
     */
    public record Question(Draft draft, @Nullable List<Shift> shifts, Chats chats) {}

    /** Which chats are to be distributed. */
    public sealed interface Chats {
        /** Those that came on that day of the shop. */
        record Recorded(LocalDate date) implements Chats {}

        /** Those that are made up. */
        record Made(MadeTraffic traffic) implements Chats {}
    }

    /**
     * When somebody is to be there.
     *
     * @param member an id or a sign-in name
     * @param times null for all the time
     */
    public record Shift(String member, @Nullable List<Span> times) {}

    /** From then until then by the clock of the day; null for its beginning and its end. */
    public record Span(@Nullable LocalTime from, @Nullable LocalTime until) {}

    public Findings answer(Actor actor, String shopIdOrName, Question question, Instant now) {
        var whatIf = preparation.prepare(actor, shopIdOrName, question, now);
        atOnce.acquireUninterruptibly();
        try {
            return whatIf.run();
        } finally {
            atOnce.release();
        }
    }
}
