package dev.fenliu.accounts.application;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Directory;
import dev.fenliu.accounts.Enterprise;
import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers who there is and who may do what, from the transaction's snapshot. */
@Component
class SnapshotDirectory implements Directory, Permissions {
    private final CurrentSnapshots snapshots;

    SnapshotDirectory(CurrentSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void readAnew(EnterpriseId enterprise) {
        snapshots.forget(enterprise);
    }

    @Override
    public Enterprise enterprise(EnterpriseId enterprise) {
        return snapshots.of(enterprise).enterprise();
    }

    @Override
    public List<Shop> shops(EnterpriseId enterprise) {
        return snapshots.of(enterprise).shops();
    }

    @Override
    public Optional<Shop> shop(EnterpriseId enterprise, ShopId shop) {
        return snapshots.of(enterprise).shop(shop);
    }

    @Override
    public Optional<Shop> publicShop(ShopId shop) {
        return snapshots.ownerOf(shop).flatMap(it -> snapshots.of(it).shop(shop));
    }

    @Override
    public Optional<Shop> shopNamed(EnterpriseId enterprise, String idOrName) {
        return snapshots.of(enterprise).shopNamed(idOrName);
    }

    @Override
    public List<Member> members(EnterpriseId enterprise) {
        return snapshots.of(enterprise).members();
    }

    @Override
    public Optional<Member> member(EnterpriseId enterprise, MemberId member) {
        return snapshots.of(enterprise).member(member);
    }

    @Override
    public Optional<Member> memberNamed(EnterpriseId enterprise, String idOrLogin) {
        return snapshots.of(enterprise).memberNamed(idOrLogin);
    }

    @Override
    public Member mainAccount(EnterpriseId enterprise) {
        return snapshots.of(enterprise).mainAccount();
    }

    @Override
    public List<Member> membersWith(EnterpriseId enterprise, Permission permission, ShopId shop) {
        return snapshots.of(enterprise).membersWith(permission, shop);
    }

    @Override
    public boolean allow(EnterpriseId enterprise, MemberId who, Permission what, ShopId where) {
        return snapshots.of(enterprise).allows(who, what, where);
    }

    @Override
    public boolean allowSomewhere(EnterpriseId enterprise, MemberId who, Permission what) {
        return snapshots.of(enterprise).allowsSomewhere(who, what);
    }

    @Override
    public List<Shop> shopsAllowing(EnterpriseId enterprise, MemberId who, Permission what) {
        return snapshots.of(enterprise).shopsAllowing(who, what);
    }

    @Override
    public boolean allow(Actor actor, Permission what, ShopId where) {
        var member = actor.member();
        var snapshot = snapshots.of(actor.enterprise());
        return member == null ? snapshot.shop(where).isPresent() : snapshot.allows(member, what, where);
    }
}
