package dev.fenliu.routing.domain;

import dev.fenliu.accounts.EnterpriseId;

/** One lane per enterprise account: whoever has entered it decides alone until the transaction ends. */
public interface Lanes {
    /** Waits for it. */
    void enter(EnterpriseId enterprise);

    /** Takes it if nobody has it. */
    boolean tryEnter(EnterpriseId enterprise);
}
