package dev.fenliu.webchat.live;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.SitAtDesk;
import dev.fenliu.webchat.application.VisitShops;
import dev.fenliu.webchat.domain.Visitor;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Opens the streams: who may look is decided here, as nothing that was pushed can be taken back. */
@Controller
class StreamsController {
    private final Screens screens;
    private final SitAtDesk desk;
    private final VisitShops visits;
    private final ReadConversations conversations;
    private final Clock clock;

    StreamsController(
            Screens screens, SitAtDesk desk, VisitShops visits, ReadConversations conversations, Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.visits = visits;
        this.conversations = conversations;
        this.clock = clock;
    }

    @GetMapping(path = "/webchat/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> desk(Actor actor) {
        var now = clock.instant();
        var frame = desk.frame(actor, now);
        var agent = new Reader.Agent(actor.enterprise(), actor.me());
        var screen = screens.open(agent, new DeskTeller(agent, frame.zone(), conversations, desk));
        try {
            // Listening already, so that what the agent is given for coming shows here too.
            var presence = desk.connect(actor, now);
            screens.tell(agent, List.of(new Hint.PresenceTurned(presence)));
        } catch (RuntimeException failure) {
            // Nobody will ever see it, and a screen counts as a desk that is there.
            screen.close();
            throw failure;
        }
        return asStream(screen.stream());
    }

    @GetMapping(path = "/store/{shop}/chat/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> buyer(
            @PathVariable ShopId shop, @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret) {
        var visitor = Visitor.known(secret).orElseThrow(UnknownConversation::new);
        var visit = visits.visit(shop, visitor.externalId(), null);
        var buyer = visit.thread().buyer();
        if (buyer == null) {
            throw new UnknownConversation();
        }
        var reader = new Reader.Buyer(visit.shop().enterprise(), buyer);
        var screen = screens.open(reader, new BuyerTeller(visit.shop(), conversations, visits));
        // Whether somebody is there may have changed since the page was made.
        visit.thread().lines().stream()
                .map(line -> line.position().conversation())
                .reduce((earlier, later) -> later)
                .ifPresent(latest -> screens.tell(reader, List.of(new Hint.Changed(latest))));
        return asStream(screen.stream());
    }

    private static ResponseEntity<SseEmitter> asStream(SseEmitter stream) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // A proxy that collects the answer before it passes it on would hold every push back.
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }
}
