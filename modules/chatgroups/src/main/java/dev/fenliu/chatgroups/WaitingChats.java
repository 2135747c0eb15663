package dev.fenliu.chatgroups;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What waits in a shop's staging area (暫存區). Asked by the pages of the groups, answered by routing. */
public interface WaitingChats {
    /** Empty when nothing waits and nothing is held. */
    Optional<Waiting> in(EnterpriseId enterprise, ShopId shop);

    /**
     * The staging area as of now.
     *
     * @param conversations how many wait
     * @param oldestSince since when the oldest waits; null when none does
     * @param held how many are held for agents who have just gone
     * @param forecast for agents of the shop who are not ONLINE: how many they would get on coming online now, alone
     */
    record Waiting(int conversations, @Nullable Instant oldestSince, int held, Map<MemberId, Integer> forecast) {}
}
