package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.ShopId;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may change about others: nobody gives or takes what they do not hold, nor changes somebody who holds more,
 * nor the main account, nor themselves.
 *
 * @param who null for the enterprise itself, which holds everything
 */
public record Authority(
        EnterpriseSnapshot enterprise, @Nullable MemberId who) {
    /** Whether they may give that role there: they manage members there and hold all that it allows. */
    public boolean mayGrant(Grant grant) {
        var role = enterprise.role(grant.role()).orElseThrow();
        return reach(Permission.MANAGE_MEMBERS).covers(grant)
                && role.permissions().stream().allMatch(it -> reach(it).covers(grant));
    }

    /** Whether they may give that role to the member there, or take it. */
    public boolean mayChange(MemberId member, Grant grant) {
        return isSubordinate(member) && mayGrant(grant) && !holdsMore(member, grant.shop());
    }

    /** Whether they may change who the member is, disable them or give them a password. */
    public boolean mayEdit(MemberId member) {
        return isSubordinate(member)
                && (who == null || enterprise.allowsSomewhere(who, Permission.MANAGE_MEMBERS))
                && enterprise.grantsOf(member).stream().allMatch(this::mayGrant);
    }

    /** Whether they may make a role that allows that, change or delete it. A role counts in every shop. */
    public boolean mayShape(Set<Permission> permissions) {
        return reach(Permission.MANAGE_ROLES).everywhere()
                && permissions.stream().allMatch(it -> reach(it).everywhere());
    }

    /** Throws {@link MayNotGrant}. */
    public void requireGrant(Grant grant) {
        if (!mayGrant(grant)) throw new MayNotGrant(nameOf(grant));
    }

    /** Throws {@link MayNotGrant} and {@link MayNotEdit}. */
    public void requireChange(MemberId member, Grant grant) {
        requireGrant(grant);
        if (!mayChange(member, grant)) throw new MayNotEdit(nameOf(member));
    }

    /** Throws {@link MayNotEdit}. */
    public void requireEdit(MemberId member) {
        if (!mayEdit(member)) throw new MayNotEdit(nameOf(member));
    }

    /** Throws {@link NotAllowed} and {@link MayNotShape}. */
    public void requireShape(Set<Permission> permissions) {
        if (!reach(Permission.MANAGE_ROLES).everywhere()) throw new NotAllowed();
        if (!mayShape(permissions)) throw new MayNotShape();
    }

    private boolean isSubordinate(MemberId member) {
        return !member.equals(who) && !member.equals(enterprise.mainAccount().id());
    }

    private boolean holdsMore(MemberId member, @Nullable ShopId where) {
        return Arrays.stream(Permission.values()).anyMatch(what -> {
            var theirs = enterprise.grantedReach(member, what);
            return where == null
                    ? !reach(what).coversAllOf(theirs)
                    : theirs.covers(where) && !reach(what).covers(where);
        });
    }

    private Reach reach(Permission what) {
        return who == null ? Reach.EVERYWHERE : enterprise.reach(who, what);
    }

    private String nameOf(Grant grant) {
        return enterprise.role(grant.role()).orElseThrow().name();
    }

    private String nameOf(MemberId member) {
        return enterprise.member(member).map(Member::name).orElse("");
    }
}
