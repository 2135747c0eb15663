package dev.fenliu.chatgroups;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What waits in a shop's staging area (暫存區). Asked by the pages of the groups, answered by routing. */
public interface WaitingChats {
    /** Empty when nothing waits. */
    Optional<Waiting> in(EnterpriseId enterprise, ShopId shop);

    /**
     * The staging area as of now.
     *
     * @param conversations how many wait, at least one
     * @param oldestSince since when the oldest waits
     * @param forecast for agents of the shop who are not ONLINE: how many they would get on coming online now, alone
     */
    record Waiting(int conversations, Instant oldestSince, Map<MemberId, Integer> forecast) {}
}
