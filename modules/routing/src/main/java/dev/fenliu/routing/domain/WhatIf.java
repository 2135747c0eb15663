package dev.fenliu.routing.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.domain.Agenda.Rank;
import dev.fenliu.routing.domain.Request.Held;
import dev.fenliu.routing.domain.Request.NewConversation;
import dev.fenliu.routing.domain.Request.Staged;
import dev.fenliu.routing.domain.Shifts.Turn;
import dev.fenliu.routing.domain.Traffic.Chat;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shop's traffic as it would go by some setup, from one happening to the next: each chat is decided by the policy and
 * carried out as in a batch. Everybody begins with no load, and has none from other shops. The same question has the same
 * answer.
 */
public final class WhatIf {
    private final RoutingPolicy policy;
    private final Loyalty loyalty;
    private final ShopSetup setup;
    private final Traffic traffic;
    private final Map<MemberId, Agent> agents = new LinkedHashMap<>();
    private final Map<ConversationId, Chat> chats = new HashMap<>();
    private final Agenda agenda = new Agenda();
    private final WaitingLine line = new WaitingLine();
    private final Map<ConversationId, Held> held = new LinkedHashMap<>();
    /** Who had each buyer last. */
    private final Map<Long, MemberId> handlers = new HashMap<>();
    /** What those who are gone will read first when they are back. */
    private final Map<MemberId, Integer> overdue = new HashMap<>();

    private final Tally tally = new Tally();
    private Bench bench;

    /** @param agents everybody active with chat permission for the shop, as they were before anything happened */
    public WhatIf(Loyalty loyalty, ShopSetup setup, Agent main, List<Agent> agents, Shifts shifts, Traffic traffic) {
        this.policy = new RoutingPolicy(loyalty);
        this.loyalty = loyalty;
        this.setup = setup;
        this.traffic = traffic;
        this.agents.put(main.id(), main);
        agents.forEach(agent -> this.agents.put(agent.id(), agent));
        this.bench = new Bench(setup, main, agents);
        shifts.turns().forEach((at, turns) -> agenda.add(at, Rank.PRESENCE, now -> turn(turns, now)));
        for (var chat : traffic.chats()) {
            chats.put(chat.id(), chat);
            agenda.add(chat.at(), Rank.ARRIVAL, now -> arrive(chat, now));
        }
    }

    /** Once. */
    public Findings run() {
        agenda.runUntil(traffic.until());
        agents.values().stream()
                .filter(Agent::isOnline)
                .forEach(agent -> tally.wasOnline(agent, traffic.from(), traffic.until()));
        return tally.findings(chats.size(), line.size(), bench);
    }

    private void arrive(Chat chat, Instant now) {
        decide(new NewConversation(chat.id(), shop(), chat.source(), now, loyalTo(chat, now)), now);
    }

    private @Nullable MemberId loyalTo(Chat chat, Instant now) {
        return chat.lastTalkedAt() != null && loyalty.covers(chat.lastTalkedAt(), now)
                ? handlers.getOrDefault(chat.buyer(), chat.lastHandler())
                : null;
    }

    private void turn(List<Turn> turns, Instant now) {
        for (var turn : turns) {
            var before = agents.get(turn.member());
            if (before == null) continue;
            if (before.isOnline()) tally.wasOnline(before, traffic.from(), now);
            var after = before.turned(turn.presence(), now);
            agents.put(after.id(), after);
            if (turn.presence() != Presence.OFFLINE) readAll(after);
        }
        bench = bench.with(agents);
        for (var waiting : List.copyOf(held.values())) {
            decide(waiting, now);
        }
        drain(now);
    }

    private void readAll(Agent back) {
        for (var left = overdue.getOrDefault(back.id(), 0); left > 0; left--) {
            back.losesOne();
        }
        overdue.remove(back.id());
    }

    private void read(MemberId member, Instant now) {
        var agent = agent(member);
        if (agent.presence() == Presence.OFFLINE) {
            overdue.merge(member, 1, Integer::sum);
        } else {
            agent.losesOne();
            drain(now);
        }
    }

    private void endHold(ConversationId conversation, Instant now) {
        var waiting = held.get(conversation);
        if (waiting != null) {
            decide(waiting, now);
            drain(now);
        }
    }

    /** Oldest first, until nobody has room for what is left. */
    private void drain(Instant now) {
        var before = line.size() + 1;
        while (line.size() < before) {
            before = line.size();
            line.due(bench).forEach(staged -> decide(staged, now));
        }
    }

    private void decide(Request request, Instant now) {
        var batch = new Batch(policy, agents, Map.of(shop(), bench), held.keySet(), now);
        for (var decided : batch.decide(List.of(request))) {
            switch (decided.decision()) {
                case Decision.Stay() -> {}
                case Decision.Assign assign -> assign(request, assign, now);
                case Decision.Hold hold -> hold(request, hold);
                case Decision.Stage stage -> stage(request, stage);
            }
        }
    }

    private void assign(Request request, Decision.Assign decision, Instant now) {
        leave(request);
        var chat = chat(request);
        var agent = agent(decision.agent());
        tally.decided(decision.reason());
        tally.assigned(agent, Duration.between(chat.at(), now));
        tally.carries(agent);
        handlers.put(chat.buyer(), agent.id());
        if (chat.readAfter() != null) {
            agenda.add(now.plus(chat.readAfter()), Rank.READING, then -> read(agent.id(), then));
        }
    }

    private void hold(Request request, Decision.Hold decision) {
        leave(request);
        held.put(
                request.conversation(),
                new Held(
                        request.conversation(),
                        shop(),
                        request.source(),
                        request.askedAt(),
                        decision.agent(),
                        decision.until()));
        tally.decided(Reason.LOYAL_HOLD);
        tally.carries(agent(decision.agent()));
        // They are waited for up to and including that moment.
        agenda.add(decision.until().plusNanos(1_000), Rank.HOLD_OVER, then -> endHold(request.conversation(), then));
    }

    private void stage(Request request, Decision.Stage decision) {
        leave(request);
        line.add(new Staged(
                request.conversation(), shop(), request.source(), request.askedAt(), request.loyalTo(), null));
        tally.decided(decision.reason());
        tally.staged();
    }

    private void leave(Request request) {
        held.remove(request.conversation());
        if (request instanceof Staged staged) line.remove(staged);
    }

    private ShopId shop() {
        return setup.shop();
    }

    private Chat chat(Request request) {
        return Objects.requireNonNull(chats.get(request.conversation()));
    }

    private Agent agent(MemberId member) {
        return Objects.requireNonNull(agents.get(member));
    }
}
