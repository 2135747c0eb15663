package dev.fenliu.chatgroups.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The groups and settings of the shops of an enterprise. */
public interface Setups {
    /** The shops that were ever set up. One statement, so that it never mixes two states. */
    List<ShopGroups> all(EnterpriseId enterprise, MemberId main);

    /** One shop's; an untouched one if it never was set up. One statement. */
    ShopGroups of(EnterpriseId enterprise, MemberId main, ShopId shop);

    /** The same, and keeps everybody else from changing that shop's until the transaction ends. */
    ShopGroups lock(EnterpriseId enterprise, MemberId main, ShopId shop);

    /** Writes down what has just happened to a locked shop. */
    void save(EnterpriseId enterprise, ShopGroups groups, Collection<SetupFact> facts, Instant now);
}
