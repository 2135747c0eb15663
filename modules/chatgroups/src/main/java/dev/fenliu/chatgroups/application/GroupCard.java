package dev.fenliu.chatgroups.application;

import dev.fenliu.chatgroups.ChatGroup;
import java.util.List;

/** A group with its members, in the order of their accounts' creation. */
public record GroupCard(ChatGroup group, List<Seat> seats) {
    /** 總共. */
    public long total() {
        return seats.stream().filter(Seat::counts).count();
    }

    /** 上線. */
    public long online() {
        return seats.stream().filter(Seat::online).count();
    }
}
