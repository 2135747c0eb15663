package dev.fenliu.chatgroups.application;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.Shop;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatGroupEvent;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.domain.DistributionSettings;
import dev.fenliu.chatgroups.domain.SetupFact;
import dev.fenliu.chatgroups.domain.SetupFact.GroupChanged;
import dev.fenliu.chatgroups.domain.SetupFact.GroupCreated;
import dev.fenliu.chatgroups.domain.SetupFact.GroupDeleted;
import dev.fenliu.chatgroups.domain.SetupFact.SettingsChanged;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOff;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOn;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells what happened to a shop's groups, with the line that the activity log keeps of it. */
@Component
class ChatGroupNews {
    private final Directory directory;

    ChatGroupNews(Directory directory) {
        this.directory = directory;
    }

    ChatGroupEvent of(SetupFact fact, Actor actor, Shop shop, Instant now) {
        var teller = new Teller(actor, shop, now);
        return switch (fact) {
            case TurnedOn on -> teller.turnedOn();
            case TurnedOff off -> teller.turnedOff(off);
            case SettingsChanged changed -> teller.settingsChanged(changed);
            case GroupCreated created -> teller.created(created.group());
            case GroupChanged changed -> teller.changed(changed);
            case GroupDeleted deleted -> teller.deleted(deleted.group());
        };
    }

    private final class Teller {
        private final Actor actor;
        private final Shop shop;
        private final Instant now;

        private Teller(Actor actor, Shop shop, Instant now) {
            this.actor = actor;
            this.shop = shop;
            this.now = now;
        }

        ChatGroupEvent turnedOn() {
            var activity =
                    activity("distribution-on", shop.name(), Map.of("enabled", "false"), Map.of("enabled", "true"));
            return new ChatGroupEvent.DistributionTurnedOn(enterprise(), shop.id(), activity, now);
        }

        ChatGroupEvent turnedOff(TurnedOff off) {
            var action = off.lastMemberLeft() ? "distribution-off-last-member" : "distribution-off";
            var activity = activity(action, shop.name(), Map.of("enabled", "true"), Map.of("enabled", "false"));
            return new ChatGroupEvent.DistributionTurnedOff(enterprise(), shop.id(), activity, now);
        }

        ChatGroupEvent settingsChanged(SettingsChanged changed) {
            var change = new Change(values(changed.before()), values(changed.after()));
            return new ChatGroupEvent.SettingsChanged(
                    enterprise(), shop.id(), activity("distribution-settings", shop.name(), change), now);
        }

        ChatGroupEvent created(ChatGroup group) {
            var activity = activity("group-created", group.name(), Map.of(), values(group));
            return new ChatGroupEvent.GroupCreated(enterprise(), shop.id(), group.id(), activity, now);
        }

        ChatGroupEvent changed(GroupChanged changed) {
            var change = new Change(values(changed.before()), values(changed.after()));
            var activity = activity("group-changed", changed.after().name(), change);
            return new ChatGroupEvent.GroupChanged(
                    enterprise(), shop.id(), changed.after().id(), activity, now);
        }

        ChatGroupEvent deleted(ChatGroup group) {
            var activity = activity("group-deleted", group.name(), values(group), Map.of());
            return new ChatGroupEvent.GroupDeleted(enterprise(), shop.id(), group.id(), activity, now);
        }

        private EnterpriseId enterprise() {
            return actor.enterprise();
        }

        private Activity activity(String action, String subject, Change change) {
            return activity(action, subject, change.onlyIn(change.before()), change.onlyIn(change.after()));
        }

        private Activity activity(
                String action, String subject, Map<String, String> before, Map<String, String> after) {
            return new Activity(actor, action, subject, shop.id(), before, after, now);
        }

        private Map<String, String> values(DistributionSettings settings) {
            var values = new LinkedHashMap<String, String>();
            values.put("includeMain", String.valueOf(settings.includeMain()));
            values.put("cap", String.valueOf(settings.cap()));
            values.put("tieBreak", settings.tieBreak().name());
            return values;
        }

        private Map<String, String> values(ChatGroup group) {
            var values = new LinkedHashMap<String, String>();
            values.put("name", group.name());
            values.put("sources", group.sources().stream().map(ChatSource::name).collect(joining(", ")));
            values.put("members", members(group));
            return values;
        }

        private String members(ChatGroup group) {
            return directory.members(enterprise()).stream()
                    .filter(it -> group.members().contains(it.id()))
                    .map(Member::name)
                    .collect(joining(", "));
        }
    }
}
