package dev.fenliu.chatgroups.application;

import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.domain.Candidate;
import dev.fenliu.chatgroups.domain.MemberNotFound;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds whoever was chosen for a group. */
@Component
class Candidates {
    private final Directory directory;

    Candidates(Directory directory) {
        this.directory = directory;
    }

    /** Each once. */
    List<Candidate> of(Actor actor, ShopId shop, List<String> idsOrLogins) {
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
}
