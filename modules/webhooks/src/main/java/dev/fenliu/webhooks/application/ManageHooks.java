package dev.fenliu.webhooks.application;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Versions;
import dev.fenliu.webhooks.DeliveryId;
import dev.fenliu.webhooks.HookEvent.HooksChanged;
import dev.fenliu.webhooks.HookId;
import dev.fenliu.webhooks.domain.AddressTaken;
import dev.fenliu.webhooks.domain.Deliveries;
import dev.fenliu.webhooks.domain.Delivery;
import dev.fenliu.webhooks.domain.Hook;
import dev.fenliu.webhooks.domain.HookAddress;
import dev.fenliu.webhooks.domain.HookSecret;
import dev.fenliu.webhooks.domain.Hooks;
import dev.fenliu.webhooks.domain.TooManyHooks;
import dev.fenliu.webhooks.domain.Topic;
import dev.fenliu.webhooks.domain.TopicsMissing;
import dev.fenliu.webhooks.domain.UnknownHook;
import dev.fenliu.webhooks.domain.UnknownTopic;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds webhooks and removes them, and shows what became of their deliveries. Of people, the main account does that. */
@Service
public class ManageHooks {
    private static final int MOST = 20;

    private final Hooks hooks;
    private final Deliveries deliveries;
    private final Directory directory;
    private final Versions versions;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    ManageHooks(
            Hooks hooks,
            Deliveries deliveries,
            Directory directory,
            Versions versions,
            Ids ids,
            ApplicationEventPublisher events) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.directory = directory;
        this.versions = versions;
        this.ids = ids;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public boolean mayManage(Actor actor) {
        // A token's scopes were checked at the door.
        var member = actor.member();
        return member == null || directory.mainAccount(actor.enterprise()).id().equals(member);
    }

    /** In the order of their creation. */
    @Transactional(readOnly = true)
    public List<Hook> list(Actor actor) {
        requireManager(actor);
        return hooks.of(actor.enterprise());
    }

    /** With its secret, which nobody can be shown again. */
    @Transactional
    public Added add(Actor actor, String url, Collection<String> events, Instant now) {
        requireManager(actor);
        var address = new HookAddress(url);
        var topics = topics(events);
        // First, so that of two at once the second sees the first.
        versions.renew(actor.enterprise());
        var present = hooks.of(actor.enterprise());
        if (present.stream().anyMatch(it -> it.address().equals(address))) throw new AddressTaken();
        if (present.size() >= MOST) throw new TooManyHooks(MOST);

        var hook = new Hook(new HookId(ids.next()), address, topics, now);
        var secret = HookSecret.random();
        hooks.add(actor.enterprise(), hook, secret);
        tell(actor, "webhook-added", hook, Map.of(), Map.of("events", words(topics)), now);
        return new Added(hook, secret);
    }

    /** Nothing more goes there, not even what was waiting. */
    @Transactional
    public void remove(Actor actor, HookId id, Instant now) {
        requireManager(actor);
        versions.renew(actor.enterprise());
        var hook = find(actor, id);
        hooks.remove(actor.enterprise(), id);
        deliveries.drop(actor.enterprise(), id);
        tell(actor, "webhook-removed", hook, Map.of("events", words(hook.topics())), Map.of(), now);
    }

    @Transactional(readOnly = true)
    public Hook one(Actor actor, HookId id) {
        requireManager(actor);
        return find(actor, id);
    }

    /** Newest first, of those before the given one. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(Actor actor, HookId id, @Nullable DeliveryId before, int limit) {
        requireManager(actor);
        find(actor, id);
        return deliveries.of(actor.enterprise(), id, before, limit);
    }

    private Hook find(Actor actor, HookId id) {
        return hooks.of(actor.enterprise()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(UnknownHook::new);
    }

    private void requireManager(Actor actor) {
        if (!mayManage(actor)) throw new NotAllowed();
    }

    private void tell(
            Actor actor, String action, Hook hook, Map<String, String> before, Map<String, String> after, Instant now) {
        var activity = new Activity(actor, action, hook.address().uri().getHost(), null, before, after, now);
        events.publishEvent(new HooksChanged(actor.enterprise(), activity, now));
    }

    private static Set<Topic> topics(Collection<String> events) {
        if (events.isEmpty()) throw new TopicsMissing();
        return events.stream()
                .map(it -> Topic.worded(it).orElseThrow(() -> new UnknownTopic(it)))
                .collect(toCollection(() -> EnumSet.noneOf(Topic.class)));
    }

    private static String words(Set<Topic> topics) {
        return topics.stream().map(Topic::word).collect(joining(", "));
    }

    /** A webhook that has just been added. */
    public record Added(Hook hook, HookSecret secret) {}
}
