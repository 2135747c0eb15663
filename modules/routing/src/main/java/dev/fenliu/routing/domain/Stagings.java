package dev.fenliu.routing.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Staging.Place;
import dev.fenliu.routing.Staging.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that needs a decision or waits for one: asked, staged, held. */
public interface Stagings {
    void ask(EnterpriseId enterprise, Collection<? extends Request> requests);

    /** Whether there is anything at all. */
    boolean hasAny(EnterpriseId enterprise);

    /** Whether that conversation asks, waits or is held. */
    boolean has(EnterpriseId enterprise, ConversationId conversation);

    /** What could get a decision now, in the order of the queue. One statement. */
    List<Request> due(EnterpriseId enterprise, Scan scan);

    /** The staging area of a shop, oldest first: those after a place in it, at most that many. One statement. */
    List<Request.Staged> queue(EnterpriseId enterprise, ShopId shop, @Nullable Place after, int limit);

    /** They are in the staging area from now on, where they prefer their former owner. */
    void stage(EnterpriseId enterprise, Collection<? extends Request> requests);

    void hold(EnterpriseId enterprise, Collection<Request.Held> requests);

    void remove(EnterpriseId enterprise, Collection<ConversationId> conversations);

    Map<ShopId, Waiting> waiting(EnterpriseId enterprise);

    Optional<Waiting> waiting(EnterpriseId enterprise, ShopId shop);

    /** How many of the shop are held for agents who have just gone. One statement. */
    int held(EnterpriseId enterprise, ShopId shop);

    /** The first instant, from that one on, up to which something is held. */
    Optional<Instant> firstHeldUntil(Instant from);

    /** The shops where something was held for longer than until that instant, 停用 ones included. One statement. */
    Map<EnterpriseId, Set<ShopId>> withHoldsOver(Instant now);

    /** Those where something is asked or waits. */
    List<EnterpriseId> withAny();

    /**
     * Which requests could get a decision now.
     *
     * @param off shops whose distribution is off: everything there goes to the main account
     * @param room shops where somebody is available, and how many conversations they could take at the most
     * @param closed shops that are 停用: nothing there is decided
     * @param online who is ONLINE and may answer, and in which shops all of them may: staged ones that they had prefer them
     * @param handlers the same of those whom staged ones may prefer as last handlers: the main account only where it is an
     *     agent
     * @param connected agents who are ONLINE or HIDDEN, whose holds end
     * @param limit how many at the most
     */
    record Scan(
            Set<ShopId> off,
            Map<ShopId, Integer> room,
            Set<ShopId> closed,
            Map<Set<MemberId>, Set<ShopId>> online,
            Map<Set<MemberId>, Set<ShopId>> handlers,
            Set<MemberId> connected,
            Instant now,
            int limit) {}
}
