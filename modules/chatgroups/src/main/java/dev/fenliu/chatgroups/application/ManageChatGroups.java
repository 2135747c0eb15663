package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.domain.GroupChangedMeanwhile;
import dev.fenliu.chatgroups.domain.GroupDraft;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and deletes the groups of a shop; whoever joins one leaves the one they were in. */
@Service
public class ManageChatGroups {
    private final SetupChanges changes;
    private final Candidates candidates;
    private final Ids ids;

    ManageChatGroups(SetupChanges changes, Candidates candidates, Ids ids) {
        this.changes = changes;
        this.candidates = candidates;
        this.ids = ids;
    }

    @Transactional
    public ChatGroup create(Actor actor, ShopId shop, GroupWish wish, Instant now) {
        var id = new GroupId(ids.next());
        return changes.make(actor, shop, LastMember.TURN_OFF, now, groups -> {
                    var draft = GroupDraft.of(
                            Objects.requireNonNullElse(wish.name(), ""),
                            Objects.requireNonNullElse(wish.sources(), List.of()),
                            candidates.of(actor, shop, Objects.requireNonNullElse(wish.members(), List.of())));
                    return groups.create(id, draft);
                })
                .group(id);
    }

    @Transactional
    public ChatGroup change(Actor actor, ShopId shop, GroupId id, GroupWish wish, LastMember lastMember, Instant now) {
        return changes.make(actor, shop, lastMember, now, groups -> {
                    var present = groups.group(id);
                    if (wish.seen() != null && !wish.seen().equals(GroupPrint.of(present))) {
                        throw new GroupChangedMeanwhile(present.name());
                    }
                    var members = wish.members() == null ? idsOf(present) : wish.members();
                    var draft = GroupDraft.of(
                            Objects.requireNonNullElse(wish.name(), present.name()),
                            Objects.requireNonNullElse(wish.sources(), present.sources()),
                            candidates.of(actor, shop, members));
                    return groups.change(id, draft);
                })
                .group(id);
    }

    @Transactional
    public void delete(Actor actor, ShopId shop, GroupId id, LastMember lastMember, Instant now) {
        changes.make(actor, shop, lastMember, now, groups -> groups.delete(id));
    }

    private static List<String> idsOf(ChatGroup group) {
        return group.members().stream().map(MemberId::toString).toList();
    }
}
