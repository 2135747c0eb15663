package dev.fenliu.chatgroups.domain;

import static java.util.stream.Collectors.toCollection;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.GroupId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A group as somebody wishes it. */
public record GroupDraft(GroupName name, Set<ChatSource> sources, List<Candidate> members) {
    public GroupDraft {
        if (sources.isEmpty()) throw new NoSource();
    }

    public static GroupDraft of(String name, Collection<ChatSource> sources, List<Candidate> members) {
        var named = new GroupName(name);
        return new GroupDraft(named, sources.isEmpty() ? Set.of() : EnumSet.copyOf(sources), members);
    }

    Set<MemberId> memberIds() {
        return members.stream().map(Candidate::id).collect(toCollection(LinkedHashSet::new));
    }

    ChatGroup as(GroupId id, ShopId shop) {
        return new ChatGroup(id, shop, name.value(), sources, memberIds());
    }
}
