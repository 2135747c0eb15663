package dev.fenliu.routing.simulation;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.webchat.domain.Card;
import dev.fenliu.webchat.domain.IncomingMessage;

/** A world that is made of the product, which says no by refusals. */
interface Product extends World {
    /** Lives through it, and through everything that follows from it at once. */
    void take(Step step);

    @Override
    default String live(Step step) {
        try {
            take(step);
            return DONE;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    static IncomingMessage message(Step.Writes it) {
        var card = switch (it.card()) {
            case NONE -> null;
            case PRODUCT -> new Card(Card.Type.PRODUCT, "p1", null);
            case ORDER -> new Card(Card.Type.ORDER, "o1", null);
        };
        return new IncomingMessage(Integer.toString(it.buyer()), null, null, it.source(), "在嗎?", card);
    }

    static String nameOfGroup(int group) {
        return "group" + group;
    }
}
