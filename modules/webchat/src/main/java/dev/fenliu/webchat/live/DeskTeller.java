package dev.fenliu.webchat.live;

import static org.springframework.web.servlet.mvc.method.annotation.SseEmitter.event;

import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.SitAtDesk;
import dev.fenliu.webchat.domain.Position;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells an agent's desk what changed, in the fragments of its page. However many hints have gathered, it reads the
 * conversations once, their lines once and the figures once.
 */
record DeskTeller(Reader.Agent agent, ZoneId zone, ReadConversations conversations, SitAtDesk desk)
        implements Screen.Teller {

    @Override
    public boolean tell(List<Hint> hints, SseEmitter stream) throws IOException {
        var changed = Gathered.from(hints);
        if (changed.loggedOut() || (changed.accessChanged() && !desk.mayStay(agent.enterprise(), agent.member()))) {
            stream.send(event().name("ended").data(""));
            return false;
        }
        if (changed.sessionsEnded()) return false;
        if (changed.presence() != null) {
            stream.send(event().name("presence").data(changed.presence().name()));
        }
        if (!changed.conversations().isEmpty()) {
            tellConversations(changed, stream);
        }
        for (var hint : hints) {
            tellAtOnce(hint, stream);
        }
        return true;
    }

    // What a hint says already is told without a look at the database.
    private static void tellAtOnce(Hint hint, SseEmitter stream) throws IOException {
        switch (hint) {
            case Hint.Typing it ->
                stream.send(event().name("typing").data(it.conversation().toString()));
            case Hint.Seen it ->
                stream.send(event().name("seen").data(new Position(it.conversation(), it.upToSeq()).toString()));
            case Hint.EndedUnanswered it ->
                stream.send(event().name("unanswered").data(""));
            default -> {}
        }
    }

    private void tellConversations(Gathered changed, SseEmitter stream) throws IOException {
        var shown = conversations.shown(agent.enterprise(), changed.conversations());
        // Whoever has just lost a conversation sees none of its new lines.
        var mine =
                shown.stream().filter(row -> agent.member().equals(row.owner())).toList();
        var open = mine.stream().filter(row -> !row.state().isClosed()).toList();
        var gone = changed.conversations().stream()
                .filter(id -> open.stream().noneMatch(row -> row.id().equals(id)))
                .toList();
        stream.send(event().name("rows")
                .data(fragment("webchat/desk :: rows", Map.of("rows", open)))
                .data(fragment("webchat/desk :: gone", Map.of("gone", gone))));
        var counts = conversations.counts(agent.enterprise(), agent.member());
        stream.send(event().name("figures").data(fragment("webchat/desk :: figures", Map.of("counts", counts))));
        var lines = conversations.linesAfter(agent.enterprise(), changed.newLines(mine));
        if (!lines.isEmpty()) {
            stream.send(event().name("lines").data(fragment("webchat/thread :: lines", Map.of("lines", lines))));
        }
    }

    private ModelAndView fragment(String name, Map<String, ?> model) {
        var view = new ModelAndView(name, model);
        view.addObject("zone", zone);
        view.addObject("agent", agent.member());
        return view;
    }
}
