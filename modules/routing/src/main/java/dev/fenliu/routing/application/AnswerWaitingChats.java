package dev.fenliu.routing.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.chatgroups.WaitingChats;
import dev.fenliu.routing.domain.Stagings;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers the pages of the groups what waits in a shop's staging area. */
@Service
class AnswerWaitingChats implements WaitingChats {
    private final LookIntoStaging staging;
    private final Stagings stagings;

    AnswerWaitingChats(LookIntoStaging staging, Stagings stagings) {
        this.staging = staging;
        this.stagings = stagings;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Waiting> in(EnterpriseId enterprise, ShopId shop) {
        var held = stagings.held(enterprise, shop);
        var waiting = staging.waiting(enterprise, shop).orElse(null);
        if (waiting == null) {
            return held == 0 ? Optional.empty() : Optional.of(new Waiting(0, null, held, Map.of()));
        }
        return Optional.of(
                new Waiting(waiting.conversations(), waiting.oldestSince(), held, staging.forecast(enterprise, shop)));
    }
}
