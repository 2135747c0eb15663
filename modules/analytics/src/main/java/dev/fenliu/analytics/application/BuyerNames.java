package dev.fenliu.analytics.application;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.analytics.domain.Deed;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.ConversationNames;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Names the buyers of those facts whose conversations may be read. */
@Component
class BuyerNames {
    private final ConversationNames conversations;

    BuyerNames(ConversationNames conversations) {
        this.conversations = conversations;
    }

    /** One statement. */
    Map<ConversationId, String> of(EnterpriseId enterprise, List<Deed> deeds, Predicate<Deed> readable) {
        var known = deeds.stream().filter(readable).map(Deed::conversation).collect(toSet());
        return conversations.names(enterprise, known).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, it -> it.getValue().buyer()));
    }
}
