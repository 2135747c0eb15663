package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;

import dev.fenliu.accounts.AccountEvent.AccessChanging;
import dev.fenliu.accounts.AccountEvent.MemberCreated;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.LoginId;
import dev.fenliu.accounts.domain.LoginTaken;
import dev.fenliu.accounts.domain.Members;
import dev.fenliu.accounts.domain.Members.Contact;
import dev.fenliu.accounts.domain.Password;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates members and shows them (成員). */
@Service
public class ManageMembers {
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final Members members;
    private final Passwords passwords;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    ManageMembers(
            CurrentSnapshots snapshots,
            Permissions permissions,
            Members members,
            Passwords passwords,
            Ids ids,
            ApplicationEventPublisher events) {
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.members = members;
        this.passwords = passwords;
        this.ids = ids;
        this.events = events;
    }

    /** All of them, in the order of their creation. */
    @Transactional(readOnly = true)
    public List<MemberCard> list(Actor actor) {
        requireManager(actor);
        var enterprise = snapshots.of(actor.enterprise());
        return enterprise.members().stream()
                .map(it -> MemberCard.of(it, enterprise))
                .toList();
    }

    @Transactional(readOnly = true)
    public MemberCard get(Actor actor, MemberId id) {
        requireManager(actor);
        var enterprise = snapshots.of(actor.enterprise());
        return MemberCard.of(enterprise.member(id).orElseThrow(UnknownMember::new), enterprise);
    }

    @Transactional
    public MemberCard create(Actor actor, NewMember wish, Instant now) {
        requireManager(actor);
        var id = new LoginId(wish.loginId());
        var hash = passwords.hash(wish.password() == null ? null : new Password(wish.password()));

        events.publishEvent(new AccessChanging(actor, now));
        var before = snapshots.locked(actor.enterprise());
        var login = before.enterprise().code() + ":" + id;
        if (before.memberNamed(login).isPresent()) throw new LoginTaken(id.value());
        var grants = GrantWish.granted(wishes(wish), before, actor.member());
        var member = new Member(new MemberId(ids.next()), actor.enterprise(), login, wish.name(), false, true, now);

        members.add(member, id, new Contact(wish.email(), wish.phone()), hash, grants);
        var card = MemberCard.of(member, snapshots.changed(actor.enterprise()));
        events.publishEvent(new MemberCreated(actor.enterprise(), member.id(), created(actor, card), now));
        return card;
    }

    private void requireManager(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_MEMBERS)) throw new NotAllowed();
    }

    private static List<GrantWish> wishes(NewMember wish) {
        return wish.roles().stream()
                .map(it -> new GrantWish(it.shop(), it.role()))
                .toList();
    }

    private static Activity created(Actor actor, MemberCard card) {
        var member = card.member();
        var after = Map.of("login", member.login(), "name", member.name(), "roles", rolesOf(card));
        return new Activity(actor, "member-created", member.name(), null, Map.of(), after, member.createdAt());
    }

    private static String rolesOf(MemberCard card) {
        return String.join(
                ", ",
                card.roles().stream()
                        .map(it -> it.role().name() + "@"
                                + (it.shop() == null
                                        ? GrantWish.EVERY_SHOP
                                        : it.shop().name()))
                        .toList());
    }
}
