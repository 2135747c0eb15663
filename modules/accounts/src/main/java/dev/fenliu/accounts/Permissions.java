package dev.fenliu.accounts;

import java.util.List;

/** May this member do that in this shop? Disabled members may nothing; the main account may everything. */
public interface Permissions {
    boolean allow(EnterpriseId enterprise, MemberId who, Permission what, ShopId where);

    /** Whether the member holds the permission in at least one shop. */
    boolean allowSomewhere(EnterpriseId enterprise, MemberId who, Permission what);

    /** The shops in which the member holds the permission, in the order of their creation. */
    List<Shop> shopsAllowing(EnterpriseId enterprise, MemberId who, Permission what);

    /** The same for whoever asks: a token acts for the enterprise itself, its scopes were checked at the door. */
    default boolean allow(Actor actor, Permission what, ShopId where) {
        return actor.member() == null || allow(actor.enterprise(), actor.member(), what, where);
    }

    /** The same for whoever asks: a token acts for the enterprise itself, its scopes were checked at the door. */
    default boolean allowSomewhere(Actor actor, Permission what) {
        return actor.member() == null || allowSomewhere(actor.enterprise(), actor.member(), what);
    }
}
