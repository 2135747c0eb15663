package dev.fenliu.chatgroups;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.ShopId;
import java.util.Map;

/** How the shops of an enterprise distribute their chats. A shop that never was set up has distribution off. */
public interface ChatGroups {
    /** The shops that were ever set up; read from the database at every call, in a fixed number of statements. */
    Map<ShopId, ShopSetup> setups(EnterpriseId enterprise);

    /** One shop's setup; the default one if it never was set up. */
    ShopSetup setup(EnterpriseId enterprise, ShopId shop);
}
