package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Refusal;

/** Chats are either recorded or made: one of the two has to be given, and not both. */
public final class TrafficUnclear extends Refusal {
    private static final long serialVersionUID = 1L;

    public TrafficUnclear() {
        super(Kind.INVALID, "traffic-unclear", "traffic");
    }
}
