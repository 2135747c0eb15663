package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;
import static dev.fenliu.accounts.Permission.REASSIGN;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.OpenChats;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.Presence;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.WorkFloor;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.EnterpriseSnapshot;
import dev.fenliu.accounts.domain.MemberList;
import dev.fenliu.accounts.domain.MemberList.Slice;
import dev.fenliu.accounts.domain.MemberQuery;
import dev.fenliu.accounts.domain.Members;
import dev.fenliu.accounts.domain.Members.Contact;
import dev.fenliu.accounts.domain.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the members (成員) to whoever manages some. */
@Service
public class SeeMembers {
    private static final int PAGE = 50;

    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final Members members;
    private final WorkFloor workFloor;
    private final OpenChats chats;
    private final RemoveSecondFactor factors;

    SeeMembers(
            CurrentSnapshots snapshots,
            Permissions permissions,
            Members members,
            WorkFloor workFloor,
            OpenChats chats,
            RemoveSecondFactor factors) {
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.members = members;
        this.workFloor = workFloor;
        this.chats = chats;
        this.factors = factors;
    }

    @Transactional(readOnly = true)
    public Page page(Actor actor, MemberQuery query) {
        var enterprise = managed(actor);
        var list = new MemberList(enterprise, workFloor.of(actor.enterprise()));
        var slice = list.page(query, PAGE);
        var rows = slice.members().stream()
                .map(it -> new Row(MemberCard.of(it, enterprise), list.presence(it.id()), list.lastSeen(it.id())))
                .toList();
        return new Page(rows, slice, enterprise.members().size(), enterprise.shops(), enterprise.roles());
    }

    /** A page of members, and what they can be filtered by. */
    public record Page(List<Row> rows, Slice slice, int all, List<Shop> shops, List<Role> roles) {}

    /** A member in the list. */
    public record Row(
            MemberCard card, Presence presence, @Nullable Instant lastSeen) {}

    @Transactional(readOnly = true)
    public View of(Actor actor, MemberId id) {
        var enterprise = managed(actor);
        var member = enterprise.member(id).orElseThrow(UnknownMember::new);
        var authority = new Authority(enterprise, actor.member());
        var list = new MemberList(enterprise, workFloor.of(actor.enterprise()));
        var owned = chats.owned(actor.enterprise()).getOrDefault(id, Map.of());
        var open = enterprise.shops().stream()
                .filter(it -> owned.containsKey(it.id()))
                .map(it -> new Open(it, owned.getOrDefault(it.id(), 0)))
                .toList();
        return new View(
                new Row(MemberCard.of(member, enterprise), list.presence(id), list.lastSeen(id)),
                members.contact(actor.enterprise(), id),
                open,
                RoleMatrix.of(authority, id),
                authority.mayEdit(id),
                factors.isThere(actor.enterprise(), id),
                permissions.allowSomewhere(actor, REASSIGN));
    }

    /**
     * A member as whoever manages them sees them.
     *
     * @param editable whether they may change who it is
     * @param secured whether they sign in with more than a password
     * @param reassigns whether they may move the member's conversations
     */
    public record View(
            Row row,
            Contact contact,
            List<Open> open,
            RoleMatrix matrix,
            boolean editable,
            boolean secured,
            boolean reassigns) {
        public int conversations() {
            return open.stream().mapToInt(Open::conversations).sum();
        }
    }

    /** How many conversations a member owns in a shop. */
    public record Open(Shop shop, int conversations) {}

    /** The empty table of somebody new, with the crosses that may be made. */
    @Transactional(readOnly = true)
    public RoleMatrix matrixOfNew(Actor actor) {
        return RoleMatrix.ofNew(new Authority(managed(actor), actor.member()));
    }

    private EnterpriseSnapshot managed(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_MEMBERS)) throw new NotAllowed();
        return snapshots.of(actor.enterprise());
    }
}
