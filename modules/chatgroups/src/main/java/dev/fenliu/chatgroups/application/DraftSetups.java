package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.ChatSource;
import dev.fenliu.chatgroups.DraftedSetups;
import dev.fenliu.chatgroups.GroupId;
import dev.fenliu.chatgroups.ShopSetup;
import dev.fenliu.chatgroups.domain.Candidate;
import dev.fenliu.chatgroups.domain.DistributionWish;
import dev.fenliu.chatgroups.domain.GroupDraft;
import dev.fenliu.chatgroups.domain.MemberInTwoGroups;
import dev.fenliu.chatgroups.domain.Setups;
import dev.fenliu.chatgroups.domain.ShopGroups;
import dev.fenliu.chatgroups.domain.UnknownSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries a draft out on a copy of the shop's groups that is never saved. */
@Service
class DraftSetups implements DraftedSetups {
    private final Setups setups;
    private final Directory directory;
    private final ShopsToManage shops;
    private final Candidates candidates;

    DraftSetups(Setups setups, Directory directory, ShopsToManage shops, Candidates candidates) {
        this.setups = setups;
        this.directory = directory;
        this.shops = shops;
        this.candidates = candidates;
    }

    @Override
    @Transactional(readOnly = true)
    public ShopSetup draft(Actor actor, String shopIdOrName, Draft draft) {
        var shop = shops.named(actor, shopIdOrName).id();
        var main = directory.mainAccount(actor.enterprise()).id();
        var present = setups.of(actor.enterprise(), main, shop);
        var tried = present;
        if (draft.groups() != null) {
            tried = new ShopGroups(shop, main, present.settings(), List.of());
            found(tried, actor, shop, draft.groups());
        }
        var settled = tried;
        Refusal.within(
                "settings",
                () -> settled.change(
                        new DistributionWish(draft.enabled(), draft.includeMain(), draft.cap(), draft.tieBreak())));
        return settled.setup();
    }

    private void found(ShopGroups tried, Actor actor, ShopId shop, List<Group> groups) {
        for (var place = 0; place < groups.size(); place++) {
            var id = new GroupId(place + 1L);
            var group = groups.get(place);
            Refusal.within("groups[" + place + "]", () -> tried.create(id, draft(tried, actor, shop, id, group)));
        }
    }

    private GroupDraft draft(ShopGroups tried, Actor actor, ShopId shop, GroupId id, Group group) {
        var members = candidates.of(actor, shop, group.members());
        members.forEach(member -> requireInNoGroup(tried, member));
        return GroupDraft.of(Objects.requireNonNullElse(group.name(), id.toString()), coded(group), members);
    }

    // A real change would move them; a draft that has somebody twice does not say what it means.
    private static void requireInNoGroup(ShopGroups tried, Candidate member) {
        tried.groupOf(member.id()).ifPresent(group -> {
            throw new MemberInTwoGroups(member.name());
        });
    }

    private static List<ChatSource> coded(Group group) {
        return group.sources().stream()
                .map(code -> ChatSource.coded(code).orElseThrow(() -> new UnknownSource(code)))
                .toList();
    }
}
