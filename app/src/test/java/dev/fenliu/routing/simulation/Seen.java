package dev.fenliu.routing.simulation;

import java.util.Optional;

/** What anybody can see of a buyer's latest conversation with a shop, and how many messages are unread in it. */
record Seen(int shop, int buyer, String state, Optional<Integer> owner, boolean held, int unread) {
    boolean isUnread() {
        return unread > 0;
    }

    boolean isOpen() {
        return state.equals("WAITING") || state.equals("OPEN");
    }

    @Override
    public String toString() {
        return Step.chat(shop, buyer) + " is " + state
                + owner.map(it -> " with " + Step.member(it)).orElse("") + (held ? " held" : "")
                + (unread > 0 ? ", " + unread + " unread" : "");
    }
}
