package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import java.util.Optional;

/** The stored enterprise accounts, each read as a whole. */
public interface Snapshots {
    /** What the enterprise's stored state is called: another after every change, never the same twice. One statement. */
    long version(EnterpriseId enterprise);

    /** The same, and keeps everybody else from changing the enterprise until the transaction ends. */
    long lock(EnterpriseId enterprise);

    /** Gives the enterprise a new version, in the transaction of the change. */
    void renew(EnterpriseId enterprise);

    /** As it is now; the caller sees to it that it did not change on the way. */
    EnterpriseSnapshot read(EnterpriseId enterprise);

    /** Whose shop that is; it never changes. */
    Optional<EnterpriseId> ownerOf(ShopId shop);
}
