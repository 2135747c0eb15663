package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.ForwardConversations;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done with a conversation in the name of a member. */
@RestController
class ConversationActionsApi {
    private final AnswerConversations answers;
    private final ForwardConversations forwards;
    private final ApiNames names;
    private final Clock clock;

    ConversationActionsApi(AnswerConversations answers, ForwardConversations forwards, ApiNames names, Clock clock) {
        this.answers = answers;
        this.forwards = forwards;
        this.names = names;
        this.clock = clock;
    }

    record Mark(@Nullable String as, @Nullable String upTo) {}

    record Move(
            @Nullable String as,
            @Nullable String toMember,
            @Nullable String toGroup,
            @Nullable String note) {}

    record Moved(String owner) {}

    @PutMapping("/api/v1/conversations/{conversation}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @PathVariable ConversationId conversation, @RequestBody @Valid Mark mark) {
        answers.read(names.acting(actor, mark.as()), conversation, names.message("upTo", mark.upTo()), clock.instant());
    }

    @PostMapping("/api/v1/conversations/{conversation}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Actor actor, @PathVariable ConversationId conversation, @RequestBody @Valid Mark mark) {
        answers.close(
                names.acting(actor, mark.as()), conversation, names.message("upTo", mark.upTo()), clock.instant());
    }

    @PostMapping("/api/v1/conversations/{conversation}/forwards")
    @ResponseStatus(HttpStatus.CREATED)
    Moved forward(Actor actor, @PathVariable ConversationId conversation, @RequestBody @Valid Move move) {
        var by = names.acting(actor, move.as());
        var to = names.target(actor, move.toMember(), move.toGroup());
        return new Moved(forwards.forward(by, conversation, to, move.note(), clock.instant())
                .toString());
    }

    @PostMapping("/api/v1/members/{member}/reassignments")
    @ResponseStatus(HttpStatus.CREATED)
    ForwardConversations.Moved reassign(Actor actor, @PathVariable String member, @RequestBody @Valid Move move) {
        var by = names.acting(actor, move.as());
        var to = names.target(actor, move.toMember(), move.toGroup());
        return forwards.reassignAll(by, names.member(actor, "member", member), to, move.note(), clock.instant());
    }
}
