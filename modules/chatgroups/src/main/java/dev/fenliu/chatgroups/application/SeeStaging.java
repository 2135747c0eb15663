package dev.fenliu.chatgroups.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.chatgroups.WaitingChats;
import dev.fenliu.chatgroups.WaitingChats.Waiting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks into the staging area of a shop, where whoever keeps it is there to be asked. */
@Component
class SeeStaging {
    private final ObjectProvider<WaitingChats> waitingChats;

    SeeStaging(ObjectProvider<WaitingChats> waitingChats) {
        this.waitingChats = waitingChats;
    }

    StagingView of(EnterpriseId enterprise, Workplace.Seen seen) {
        return waitingChats.stream()
                .flatMap(it -> it.in(enterprise, seen.groups().shop()).stream())
                .findFirst()
                .map(waiting -> view(waiting, seen))
                .orElse(StagingView.NOTHING);
    }

    private static StagingView view(Waiting waiting, Workplace.Seen seen) {
        var agents = seen.answering().stream().filter(seen.groups()::counts).count();
        var alone = seen.everybody().stream()
                .filter(member -> waiting.forecast().containsKey(member.id()))
                .map(member -> new StagingView.Share(member, waiting.forecast().getOrDefault(member.id(), 0)))
                .toList();
        var each = agents == 0 ? 0 : Math.ceilDiv(waiting.conversations(), (int) agents);
        return new StagingView(waiting.conversations(), waiting.oldestSince(), waiting.held(), each, alone);
    }
}
