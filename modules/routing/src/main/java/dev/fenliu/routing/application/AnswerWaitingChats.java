package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.WaitingChats;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers the pages of the groups what waits in a shop's staging area. */
@Service
class AnswerWaitingChats implements WaitingChats {
    private final LookIntoStaging staging;

    AnswerWaitingChats(LookIntoStaging staging) {
        this.staging = staging;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Waiting> in(EnterpriseId enterprise, ShopId shop) {
        return Optional.ofNullable(staging.waiting(enterprise).get(shop))
                .map(waiting -> new Waiting(
                        waiting.conversations(), waiting.oldestSince(), staging.forecast(enterprise, shop)));
    }
}
