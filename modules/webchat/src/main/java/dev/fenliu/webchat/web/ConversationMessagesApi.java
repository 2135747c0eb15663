package dev.fenliu.webchat.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fenliu.accounts.Actor;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.MessageId;
import dev.fenliu.webchat.application.AnswerConversations;
import dev.fenliu.webchat.application.LineView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.Notice;
import dev.fenliu.webchat.domain.Sender;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was said in a conversation, the oldest line first, and what its owner answers. */
@RestController
@RequestMapping("/api/v1/conversations/{conversation}/messages")
class ConversationMessagesApi {
    private final ReadConversations conversations;
    private final AnswerConversations answers;
    private final ApiNames names;
    private final NoticeWords words;
    private final Clock clock;

    ConversationMessagesApi(
            ReadConversations conversations,
            AnswerConversations answers,
            ApiNames names,
            NoticeWords words,
            Clock clock) {
        this.conversations = conversations;
        this.answers = answers;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    record Page(List<Item> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            Sender from,
            @Nullable String member,
            @Nullable Notice notice,
            String text,
            @Nullable Card card,
            Instant at,
            @Nullable Instant readAt) {}

    record Reply(@Nullable String as, @NotNull String text) {}

    @GetMapping
    Page list(
            Actor actor,
            @PathVariable ConversationId conversation,
            @RequestParam(required = false) @Nullable MessageId after,
            @RequestParam(required = false) @Nullable MessageId cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit) {
        var slice = conversations.messages(actor, conversation, cursor == null ? after : cursor, limit);
        return new Page(slice.items().stream().map(this::item).toList(), slice.next());
    }

    /** With the header Idempotency-Key, sending it twice stores it once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Item create(
            Actor actor,
            @PathVariable ConversationId conversation,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody @Valid Reply reply) {
        var by = names.acting(actor, reply.as());
        return item(answers.reply(by, conversation, reply.text(), key, clock.instant()));
    }

    private Item item(LineView line) {
        var member = line.member();
        return new Item(
                line.id().toString(),
                line.sender(),
                member == null ? null : member.toString(),
                line.notice(),
                words.text(line),
                line.card(),
                line.at(),
                line.readAt());
    }
}
