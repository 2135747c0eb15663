package dev.fenliu.routing.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Listing;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.DecisionStory;
import dev.fenliu.routing.Reason;
import dev.fenliu.routing.Trigger;
import dev.fenliu.routing.application.ExplainDecisions;
import dev.fenliu.routing.application.TellDecisions;
import dev.fenliu.routing.domain.DecisionLog.Entry;
import dev.fenliu.routing.domain.DecisionLog.Place;
import dev.fenliu.routing.domain.Decisions.Logged;
import dev.fenliu.routing.domain.Explanation.Why;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every decision about a conversation, newest first: what set it off, which row decided, and who else was weighed. */
@RestController
class DecisionsApi {
    private final ExplainDecisions decisions;
    private final TellDecisions stories;
    private final Directory directory;
    private final MessageSource words;

    DecisionsApi(ExplainDecisions decisions, TellDecisions stories, Directory directory, MessageSource words) {
        this.decisions = decisions;
        this.stories = stories;
        this.directory = directory;
        this.words = words;
    }

    record Item(
            Instant at,
            Trigger trigger,
            Reason reason,
            @Nullable String assigned,
            String sentence,
            List<Candidate> candidates,
            List<Excluded> excluded) {}

    record Candidate(
            String member,
            int load,
            @Nullable Instant createdAt,
            @Nullable String group) {}

    record Excluded(String member, Why why) {}

    @GetMapping("/api/v1/conversations/{conversation}/decisions")
    Listing<Item> list(
            @PathVariable ConversationId conversation,
            Actor actor,
            @RequestParam(required = false) @Nullable Place cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var page = Listing.first(
                decisions.of(actor.enterprise(), conversation, cursor, limit + 1),
                entry -> entry.place().toString(),
                limit);
        var logged = page.items().stream().map(Entry::decision).toList();
        var told = stories.tell(actor.enterprise(), logged);
        var items = IntStream.range(0, logged.size())
                .mapToObj(index -> item(logged.get(index), sentence(told.get(index)), actor))
                .toList();
        return new Listing<>(items, page.next());
    }

    private String sentence(DecisionStory story) {
        var says = story.says();
        return words.getMessage(says.key(), says.arguments().toArray(), LocaleContextHolder.getLocale());
    }

    private Item item(Logged decision, String sentence, Actor actor) {
        return new Item(
                decision.at(),
                decision.trigger(),
                decision.reason(),
                decision.assigned() == null ? null : decision.assigned().toString(),
                sentence,
                decision.why().candidates().stream()
                        .map(candidate -> new Candidate(
                                candidate.member().toString(),
                                candidate.load(),
                                createdAt(candidate.member(), actor),
                                candidate.group() == null
                                        ? null
                                        : candidate.group().toString()))
                        .toList(),
                decision.why().excluded().stream()
                        .map(exclusion -> new Excluded(exclusion.member().toString(), exclusion.why()))
                        .toList());
    }

    private @Nullable Instant createdAt(MemberId member, Actor actor) {
        return directory
                .member(actor.enterprise(), member)
                .map(Member::createdAt)
                .orElse(null);
    }
}
