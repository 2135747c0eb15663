package dev.fenliu.chatgroups.application;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.AtWork;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.accounts.WorkFloor;
import dev.fenliu.chatgroups.ChatGroup;
import dev.fenliu.chatgroups.domain.Setups;
import dev.fenliu.chatgroups.domain.ShopGroups;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A shop's groups together with the people: who is at work, and who may answer there. */
@Component
class Workplace {
    private final Setups setups;
    private final Directory directory;
    private final ObjectProvider<WorkFloor> floor;

    Workplace(Setups setups, Directory directory, ObjectProvider<WorkFloor> floor) {
        this.setups = setups;
        this.directory = directory;
        this.floor = floor;
    }

    Seen look(EnterpriseId enterprise, ShopId shop) {
        var main = directory.mainAccount(enterprise).id();
        var answering = directory.membersWith(enterprise, Permission.CHAT, shop).stream()
                .map(Member::id)
                .collect(toSet());
        var here = floor.stream().findFirst().map(it -> it.of(enterprise)).orElse(Map.of());
        return new Seen(setups.of(enterprise, main, shop), directory.members(enterprise), answering, here);
    }

    /** @param everybody in the order of their accounts' creation */
    record Seen(ShopGroups groups, List<Member> everybody, Set<MemberId> answering, Map<MemberId, AtWork> here) {
        List<GroupCard> cards() {
            return groups.groups().stream().map(this::card).toList();
        }

        GroupCard card(ChatGroup group) {
            return new GroupCard(
                    group,
                    everybody.stream()
                            .filter(it -> group.members().contains(it.id()))
                            .map(this::seat)
                            .toList());
        }

        Choice choice(Member member) {
            var present = groups.groupOf(member.id()).orElse(null);
            return new Choice(member, atWork(member), mayAnswer(member), groups.counts(member.id()), present);
        }

        private Seat seat(Member member) {
            return new Seat(member, atWork(member), mayAnswer(member), groups.counts(member.id()));
        }

        private AtWork atWork(Member member) {
            return here.getOrDefault(member.id(), new AtWork(member.id(), Presence.OFFLINE, null, null, 0));
        }

        private boolean mayAnswer(Member member) {
            return answering.contains(member.id());
        }
    }
}
