package dev.fenliu.webchat.live;

import static org.springframework.web.servlet.mvc.method.annotation.SseEmitter.event;

import dev.fenliu.accounts.Shop;
import dev.fenliu.webchat.application.ConversationView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.VisitShops;
import dev.fenliu.webchat.domain.Position;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a buyer's panel what changed: new lines, which of the buyer's were read, whether somebody is there to answer. */
record BuyerTeller(Shop shop, ReadConversations conversations, VisitShops visits) implements Screen.Teller {
    @Override
    public boolean tell(List<Hint> hints, SseEmitter stream) throws IOException {
        var changed = Gathered.from(hints);
        if (!changed.firstNew().isEmpty()) {
            var shown =
                    conversations.shown(shop.enterprise(), changed.firstNew().keySet());
            tellLines(changed, shown, stream);
            if (hints.stream().anyMatch(Hint.Changed.class::isInstance)) {
                tellStatus(shown, stream);
            }
        }
        if (hints.stream().anyMatch(Hint.Typing.class::isInstance)) {
            stream.send(event().name("typing").data(""));
        }
        for (var read : changed.read().entrySet()) {
            stream.send(event().name("receipt").data(new Position(read.getKey(), read.getValue()).toString()));
        }
        return true;
    }

    private void tellStatus(List<ConversationView> shown, SseEmitter stream) throws IOException {
        var blocked = shown.stream().anyMatch(ConversationView::blocked);
        var model = Map.of("answered", visits.isAnswered(shop), "blocked", blocked);
        stream.send(event().name("status").data(fragment("webchat/chat :: status", model)));
    }

    private void tellLines(Gathered changed, List<ConversationView> shown, SseEmitter stream) throws IOException {
        var lines = conversations.buyerLinesAfter(shop.enterprise(), changed.newLines(shown));
        if (!lines.isEmpty()) {
            stream.send(event().name("lines").data(fragment("webchat/chat :: lines", Map.of("lines", lines))));
        }
    }

    private ModelAndView fragment(String name, Map<String, ?> model) {
        var view = new ModelAndView(name, model);
        view.addObject("zone", shop.zone());
        view.addObject("shop", shop);
        return view;
    }
}
