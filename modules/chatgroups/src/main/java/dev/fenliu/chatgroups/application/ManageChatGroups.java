package dev.fenliu.chatgroups.application;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.domain.Candidate;
import dev.fenliu.chatgroups.domain.GroupChangedMeanwhile;
import dev.fenliu.chatgroups.domain.GroupDraft;
import dev.fenliu.chatgroups.domain.MemberNotFound;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and deletes the groups of a shop; whoever joins one leaves the one they were in. */
@Service
public class ManageChatGroups {
    private final SetupChanges changes;
    private final Directory directory;
    private final Ids ids;

    ManageChatGroups(SetupChanges changes, Directory directory, Ids ids) {
        this.changes = changes;
        this.directory = directory;
        this.ids = ids;
    }

    @Transactional
    public ChatGroup create(Actor actor, ShopId shop, GroupWish wish, Instant now) {
        var id = new GroupId(ids.next());
        return changes.make(actor, shop, LastMember.TURN_OFF, now, groups -> {
                    var draft = GroupDraft.of(
                            Objects.requireNonNullElse(wish.name(), ""),
                            Objects.requireNonNullElse(wish.sources(), List.of()),
                            candidates(actor, shop, Objects.requireNonNullElse(wish.members(), List.of())));
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
                            candidates(actor, shop, members));
                    return groups.change(id, draft);
                })
                .group(id);
    }

    @Transactional
    public void delete(Actor actor, ShopId shop, GroupId id, LastMember lastMember, Instant now) {
        changes.make(actor, shop, lastMember, now, groups -> groups.delete(id));
    }

    private List<Candidate> candidates(Actor actor, ShopId shop, List<String> idsOrLogins) {
        var answering = directory.membersWith(actor.enterprise(), Permission.CHAT, shop).stream()
                .map(Member::id)
                .collect(toSet());
        return idsOrLogins.stream()
                .map(text -> candidate(actor, text, answering))
                .distinct()
                .toList();
    }

    private Candidate candidate(Actor actor, String idOrLogin, Set<MemberId> answering) {
        var member =
                directory.memberNamed(actor.enterprise(), idOrLogin).orElseThrow(() -> new MemberNotFound(idOrLogin));
        return new Candidate(member.id(), member.name(), answering.contains(member.id()));
    }

    private static List<String> idsOf(ChatGroup group) {
        return group.members().stream().map(MemberId::toString).toList();
    }
}
