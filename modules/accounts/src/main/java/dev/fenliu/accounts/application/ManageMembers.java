package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.Permission.MANAGE_MEMBERS;

import dev.fenliu.accounts.AccountEvent.AccessChanging;
import dev.fenliu.accounts.AccountEvent.MemberChanged;
import dev.fenliu.accounts.AccountEvent.MemberCreated;
import dev.fenliu.accounts.AccountEvent.PasswordReset;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permissions;
import dev.fenliu.accounts.UnknownMember;
import dev.fenliu.accounts.domain.Authority;
import dev.fenliu.accounts.domain.GrantWish;
import dev.fenliu.accounts.domain.LoginId;
import dev.fenliu.accounts.domain.LoginTaken;
import dev.fenliu.accounts.domain.MemberWish;
import dev.fenliu.accounts.domain.Members;
import dev.fenliu.accounts.domain.Members.Contact;
import dev.fenliu.accounts.domain.Members.Secret;
import dev.fenliu.accounts.domain.OncePassword;
import dev.fenliu.accounts.domain.Password;
import dev.fenliu.accounts.domain.PasswordResets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates members and changes them (成員). */
@Service
public class ManageMembers {
    private final CurrentSnapshots snapshots;
    private final Permissions permissions;
    private final Members members;
    private final PasswordResets resets;
    private final Passwords passwords;
    private final MySessions sessions;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    ManageMembers(
            CurrentSnapshots snapshots,
            Permissions permissions,
            Members members,
            PasswordResets resets,
            Passwords passwords,
            MySessions sessions,
            Ids ids,
            ApplicationEventPublisher events) {
        this.snapshots = snapshots;
        this.permissions = permissions;
        this.members = members;
        this.resets = resets;
        this.passwords = passwords;
        this.sessions = sessions;
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

    /** With the password that was agreed on, or without any. */
    @Transactional
    public MemberCard create(Actor actor, NewMember wish, Instant now) {
        requireManager(actor);
        var hash = passwords.hash(wish.password() == null ? null : new Password(wish.password()));
        return create(actor, wish, new Secret(hash, false), now);
    }

    /** With a password that is good once. */
    @Transactional
    public Begun createWithOncePassword(Actor actor, NewMember wish, Instant now) {
        requireManager(actor);
        var password = OncePassword.random();
        return new Begun(create(actor, wish, new Secret(passwords.hashOnce(password), true), now), password);
    }

    /** A member, and the password that they begin with: said this once. */
    public record Begun(MemberCard card, OncePassword password) {}

    @Transactional
    public MemberCard change(Actor actor, MemberId id, MemberWish wish, Instant now) {
        requireManager(actor);
        if (snapshots.of(actor.enterprise()).member(id).isEmpty()) throw new UnknownMember();

        events.publishEvent(new AccessChanging(actor, now));
        var enterprise = snapshots.locked(actor.enterprise());
        var authority = new Authority(enterprise, actor.member());
        var before = MemberCard.of(enterprise.member(id).orElseThrow(UnknownMember::new), enterprise);
        var contact = members.contact(actor.enterprise(), id);
        var after = wish.appliedTo(before.member());
        var reached = wish.appliedTo(contact);
        if (!after.equals(before.member()) || !reached.equals(contact)) {
            authority.requireEdit(id);
            members.save(after, reached);
            // A link that lies in another mailbox is good no more.
            if (!Objects.equals(reached.email(), contact.email())) resets.removeAll(actor.enterprise(), id);
        }
        if (wish.grants() != null) {
            members.setGrants(actor.enterprise(), id, GrantWish.changed(wish.grants(), id, authority));
        }

        var card = MemberCard.of(after, snapshots.changed(actor.enterprise()));
        var was = described(before, contact);
        var is = described(card, reached);
        if (!was.equals(is)) {
            var activity =
                    new Activity(actor, "member-changed", after.name(), null, without(was, is), without(is, was), now);
            events.publishEvent(new MemberChanged(actor.enterprise(), id, activity, now));
        }
        return card;
    }

    /** Gives the member a password that is good once; whatever they have open ends, and so do links to reset it. */
    @Transactional
    public Begun resetPassword(Actor actor, MemberId id, Instant now) {
        requireManager(actor);
        var enterprise = snapshots.locked(actor.enterprise());
        var member = enterprise.member(id).orElseThrow(UnknownMember::new);
        new Authority(enterprise, actor.member()).requireEdit(id);

        var password = OncePassword.random();
        resets.removeAll(actor.enterprise(), id);
        members.setSecret(actor.enterprise(), id, new Secret(passwords.hashOnce(password), true));
        var card = MemberCard.of(member, snapshots.changed(actor.enterprise()));
        var activity = new Activity(actor, "password-reset", member.name(), null, Map.of(), Map.of(), now);
        events.publishEvent(new PasswordReset(actor.enterprise(), id, activity, now));
        sessions.endAll(actor, id, member.name(), now);
        return new Begun(card, password);
    }

    private MemberCard create(Actor actor, NewMember wish, Secret secret, Instant now) {
        var id = new LoginId(wish.loginId());
        events.publishEvent(new AccessChanging(actor, now));
        var before = snapshots.locked(actor.enterprise());
        var login = before.enterprise().code() + ":" + id;
        if (before.memberNamed(login).isPresent()) throw new LoginTaken(id.value());
        var asked = new MemberWish(wish.name(), wish.email(), wish.phone(), null, null);
        var grants = GrantWish.granted(wish.grants(), new Authority(before, actor.member()));
        var member =
                asked.appliedTo(new Member(new MemberId(ids.next()), actor.enterprise(), login, "", false, true, now));

        members.add(member, id, asked.appliedTo(Contact.NONE), secret, grants);
        var card = MemberCard.of(member, snapshots.changed(actor.enterprise()));
        events.publishEvent(new MemberCreated(actor.enterprise(), member.id(), created(actor, card), now));
        return card;
    }

    private void requireManager(Actor actor) {
        if (!permissions.allowSomewhere(actor, MANAGE_MEMBERS)) throw new NotAllowed();
    }

    static Activity created(Actor actor, MemberCard card) {
        var member = card.member();
        var after = Map.of("login", member.login(), "name", member.name(), "roles", card.rolesInWords());
        return new Activity(actor, "member-created", member.name(), null, Map.of(), after, member.createdAt());
    }

    private static Map<String, String> described(MemberCard card, Contact contact) {
        var member = card.member();
        return Map.of(
                "name", member.name(),
                "email", contact.email() == null ? "" : contact.email(),
                "phone", contact.phone() == null ? "" : contact.phone(),
                "status", member.active() ? "ACTIVE" : "DISABLED",
                "roles", card.rolesInWords());
    }

    private static Map<String, String> without(Map<String, String> all, Map<String, String> same) {
        var left = new TreeMap<>(all);
        left.entrySet().removeAll(same.entrySet());
        return left;
    }
}
