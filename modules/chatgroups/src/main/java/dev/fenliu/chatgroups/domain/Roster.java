package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.domain.SetupFact.GroupChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The groups of a shop, in the order of their creation: one name each, and nobody in two of them. */
final class Roster {
    static final int MOST = 100;

    private final Map<GroupId, ChatGroup> groups = new LinkedHashMap<>();

    Roster(Collection<ChatGroup> groups) {
        groups.forEach(group -> this.groups.put(group.id(), group));
    }

    List<ChatGroup> all() {
        return List.copyOf(groups.values());
    }

    ChatGroup get(GroupId id) {
        var group = groups.get(id);
        if (group == null) throw new UnknownGroup();
        return group;
    }

    Optional<ChatGroup> groupOf(MemberId member) {
        return groups.values().stream()
                .filter(group -> group.members().contains(member))
                .findFirst();
    }

    void put(ChatGroup group) {
        if (!groups.containsKey(group.id()) && groups.size() >= MOST) throw new TooManyGroups(MOST);
        groups.put(group.id(), group);
    }

    void remove(GroupId id) {
        groups.remove(id);
    }

    /** @param id the group that may bear it already; null for a new one */
    void requireFree(GroupName name, @Nullable GroupId id) {
        for (var other : groups.values()) {
            if (!other.id().equals(id) && name.means(other.name())) throw new GroupNameTaken(other.name());
        }
    }

    /** Takes these members out of every group but that one, and says which groups lost somebody. */
    List<SetupFact> takeFromOthers(Set<MemberId> members, GroupId id) {
        return takeOut(members, group -> !group.id().equals(id));
    }

    /** Takes these members out of every group, and says which groups lost somebody. */
    List<SetupFact> takeOut(Set<MemberId> members) {
        return takeOut(members, _ -> true);
    }

    private List<SetupFact> takeOut(Set<MemberId> members, Predicate<ChatGroup> where) {
        var facts = new ArrayList<SetupFact>();
        for (var before : all()) {
            var after = without(before, members);
            if (!where.test(before) || after.equals(before)) continue;
            groups.put(after.id(), after);
            facts.add(new GroupChanged(before, after));
        }
        return facts;
    }

    static ChatGroup without(ChatGroup group, Set<MemberId> leaving) {
        var members = new LinkedHashSet<>(group.members());
        members.removeAll(leaving);
        return new ChatGroup(group.id(), group.shop(), group.name(), group.sources(), members);
    }
}
