package dev.fenliu.chatgroups.domain;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.domain.SetupFact.GroupChanged;
import dev.fenliu.chatgroups.domain.SetupFact.GroupCreated;
import dev.fenliu.chatgroups.domain.SetupFact.GroupDeleted;
import dev.fenliu.chatgroups.domain.SetupFact.SettingsChanged;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOff;
import dev.fenliu.chatgroups.domain.SetupFact.TurnedOn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One shop's groups and the settings that its chats are distributed by: whatever of them must hold together (rules 7). */
public final class ShopGroups {
    private final ShopId shop;
    private final MemberId main;
    private final Roster roster;
    private DistributionSettings settings;

    /**
     * @param main the main account, who counts as a member only while its switch is on
     * @param groups in the order of their creation
     */
    public ShopGroups(ShopId shop, MemberId main, DistributionSettings settings, Collection<ChatGroup> groups) {
        this.shop = shop;
        this.main = main;
        this.settings = settings;
        this.roster = new Roster(groups);
    }

    /** A shop that never was set up. */
    public static ShopGroups untouched(ShopId shop, MemberId main) {
        return new ShopGroups(shop, main, DistributionSettings.DEFAULT, List.of());
    }

    /**
     * Distribution cannot be wished on while nobody counts as a member. If it is on already, and the main account's
     * switch takes away the only member who counted, it turns off as if that member had left.
     */
    public List<SetupFact> change(DistributionWish wish) {
        var before = settings;
        var after = wish.over(before);
        if (wish.insistsOnDistribution() && nobodyCounts(after)) throw new NoGroupMember();

        settings = after;
        var facts = new ArrayList<SetupFact>();
        if (!before.turned(false).equals(after.turned(false))) facts.add(new SettingsChanged(before, after));
        if (!before.enabled() && after.enabled()) facts.add(new TurnedOn());
        if (before.enabled() && !after.enabled()) facts.add(new TurnedOff(false));
        turnOffIfNobodyCounts(facts);
        return facts;
    }

    public List<SetupFact> create(GroupId id, GroupDraft draft) {
        roster.requireFree(draft.name(), id);
        requireChatPermission(draft, Set.of());

        var group = draft.as(id, shop);
        var facts = roster.takeFromOthers(group.members(), id);
        roster.put(group);
        facts.add(new GroupCreated(group));
        return facts;
    }

    /** Whoever is in the group already may stay, also without the permission. */
    public List<SetupFact> change(GroupId id, GroupDraft draft) {
        var before = roster.get(id);
        roster.requireFree(draft.name(), id);
        requireChatPermission(draft, before.members());

        var after = draft.as(id, shop);
        if (after.equals(before)) return List.of();
        var facts = roster.takeFromOthers(after.members(), id);
        roster.put(after);
        facts.add(new GroupChanged(before, after));
        turnOffIfNobodyCounts(facts);
        return facts;
    }

    public List<SetupFact> delete(GroupId id) {
        var facts = new ArrayList<SetupFact>();
        facts.add(new GroupDeleted(roster.get(id)));
        roster.remove(id);
        turnOffIfNobodyCounts(facts);
        return facts;
    }

    /** Whoever may not answer in the shop any more leaves its groups. */
    public List<SetupFact> keepOnly(Set<MemberId> answering) {
        var leaving = groups().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> !answering.contains(member))
                .collect(toSet());
        var facts = roster.takeOut(leaving);
        turnOffIfNobodyCounts(facts);
        return facts;
    }

    public ShopId shop() {
        return shop;
    }

    public DistributionSettings settings() {
        return settings;
    }

    /** In the order of their creation, the main account among the members also while it does not count. */
    public List<ChatGroup> groups() {
        return roster.all();
    }

    public ChatGroup group(GroupId id) {
        return roster.get(id);
    }

    /** Refuses a name that a group of the shop has. */
    public void requireFree(GroupName name) {
        roster.requireFree(name, null);
    }

    public Optional<ChatGroup> groupOf(MemberId member) {
        return roster.groupOf(member);
    }

    public boolean counts(MemberId member) {
        return counts(member, settings);
    }

    /** Whether distribution can be on: some group has a member who counts. */
    public boolean mayBeOn() {
        return !nobodyCounts(settings);
    }

    /** Whether nobody but the main account counts, so that its switch decides over distribution as well. */
    public boolean dependsOnMain() {
        return mayBeOn() && nobodyCounts(settings.withoutMain());
    }

    public MainAccountRole mainAccountRole() {
        if (!settings.enabled()) return MainAccountRole.A;
        if (!settings.includeMain()) return MainAccountRole.B;
        return groupOf(main).isEmpty() ? MainAccountRole.C : MainAccountRole.D;
    }

    /** What other modules are told: only members who count. */
    public ShopSetup setup() {
        var counting = groups().stream()
                .map(group -> counts(main) ? group : Roster.without(group, Set.of(main)))
                .toList();
        return new ShopSetup(
                shop, settings.enabled(), settings.includeMain(), settings.cap(), settings.tieBreak(), counting);
    }

    private void turnOffIfNobodyCounts(List<SetupFact> facts) {
        if (!settings.enabled() || !nobodyCounts(settings)) return;
        settings = settings.turned(false);
        facts.add(new TurnedOff(true));
    }

    private boolean nobodyCounts(DistributionSettings given) {
        return groups().stream().flatMap(group -> group.members().stream()).noneMatch(it -> counts(it, given));
    }

    private boolean counts(MemberId member, DistributionSettings given) {
        return given.includeMain() || !member.equals(main);
    }

    private static void requireChatPermission(GroupDraft draft, Set<MemberId> staying) {
        for (var member : draft.members()) {
            if (!member.mayAnswer() && !staying.contains(member.id())) throw new NoChatPermission(member.name());
        }
    }
}
