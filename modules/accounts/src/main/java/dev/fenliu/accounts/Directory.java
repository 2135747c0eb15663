package dev.fenliu.accounts;

import java.util.List;
import java.util.Optional;

/**
 * Who and what an enterprise account consists of. Answers come from one snapshot per transaction, so that a decision
 * never mixes two states. What belongs to another enterprise is absent.
 */
public interface Directory {
    Enterprise enterprise(EnterpriseId enterprise);

    /**
     * From here on the transaction is answered as of now. For whoever has waited for a lock after having asked: what
     * they heard before may be over.
     */
    default void readAnew(EnterpriseId enterprise) {}

    /** In the order of their creation. */
    List<Shop> shops(EnterpriseId enterprise);

    Optional<Shop> shop(EnterpriseId enterprise, ShopId shop);

    /**
     * The shop that buyers reach under that id, whoever it belongs to: a buyer knows a shop and no enterprise. For
     * buyers' pages alone.
     */
    Optional<Shop> publicShop(ShopId shop);

    /** The shop with that id or, failing that, that name. */
    Optional<Shop> shopNamed(EnterpriseId enterprise, String idOrName);

    /** In the order of their creation, disabled ones included. */
    List<Member> members(EnterpriseId enterprise);

    Optional<Member> member(EnterpriseId enterprise, MemberId member);

    /** The member with that id or, failing that, that sign-in name, with or without the enterprise code. */
    Optional<Member> memberNamed(EnterpriseId enterprise, String idOrLogin);

    Member mainAccount(EnterpriseId enterprise);

    /** Active members who hold the permission in the shop, the main account included, in the order of their creation. */
    List<Member> membersWith(EnterpriseId enterprise, Permission permission, ShopId shop);
}
