package dev.fenliu.chatgroups;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import java.util.Map;
import java.util.Optional;

/** Who would be next if loads were equal. Asked by the page of a shop's settings, answered by routing. */
public interface EqualLoads {
    /** Empty for a shop with fewer than two agents, where nothing has to be chosen. */
    Optional<Turn> turn(EnterpriseId enterprise, ShopId shop);

    /**
     * An example with the agents of now.
     *
     * @param agents how many were compared: those who are online or, with fewer than two of them, all of the shop
     * @param online whether only those who are online were compared
     * @param next who would be next by each tie-break
     */
    record Turn(int agents, boolean online, Map<TieBreak, MemberId> next) {}
}
