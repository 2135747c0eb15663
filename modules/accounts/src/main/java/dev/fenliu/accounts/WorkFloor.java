package dev.fenliu.accounts;

import java.util.Map;

/** Who of an enterprise is at work, and with how much. Asked by the pages on the left, answered by routing. */
public interface WorkFloor {
    /** Everybody who ever was at work, as of now; whoever is absent from the map is OFFLINE with load 0. */
    Map<MemberId, AtWork> of(EnterpriseId enterprise);

    /** The same without what they carry, which takes no count of conversations. */
    Map<MemberId, Presence> presences(EnterpriseId enterprise);
}
