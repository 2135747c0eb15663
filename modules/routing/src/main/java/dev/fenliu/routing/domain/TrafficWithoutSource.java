package dev.fenliu.routing.domain;

import dev.fenliu.accounts.Refusal;

/** Chats are to be made, and none of the sources has any. */
public final class TrafficWithoutSource extends Refusal {
    private static final long serialVersionUID = 1L;

    public TrafficWithoutSource() {
        super(Kind.INVALID, "traffic-without-source", "sources");
    }
}
