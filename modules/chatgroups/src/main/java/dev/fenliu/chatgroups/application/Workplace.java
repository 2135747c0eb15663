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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The members of an enterprise as one shop sees them: who is at work, and who may answer. */
@Component
class Workplace {
    private final Directory directory;
    private final ObjectProvider<WorkFloor> floor;

    Workplace(Directory directory, ObjectProvider<WorkFloor> floor) {
        this.directory = directory;
        this.floor = floor;
    }

    Seen of(EnterpriseId enterprise, ShopId shop) {
        var answering = directory.membersWith(enterprise, Permission.CHAT, shop).stream()
                .map(Member::id)
                .collect(toSet());
        var here = floor.stream().findFirst().map(it -> it.of(enterprise)).orElse(Map.of());
        return new Seen(directory.members(enterprise), answering, here);
    }

    /** @param everybody in the order of their accounts' creation */
    record Seen(List<Member> everybody, Set<MemberId> answering, Map<MemberId, AtWork> here) {
        AtWork atWork(Member member) {
            return here.getOrDefault(member.id(), new AtWork(member.id(), Presence.OFFLINE, null, null, 0));
        }

        boolean mayAnswer(Member member) {
            return answering.contains(member.id());
        }
    }
}
