package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.domain.LoginId.MAIN;

import dev.fenliu.accounts.AccountEvent.LoggedOut;
import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.domain.Credentials;
import dev.fenliu.accounts.domain.Credentials.Credential;
import dev.fenliu.accounts.domain.Device;
import dev.fenliu.accounts.domain.OwnAccounts;
import dev.fenliu.accounts.domain.Sessions;
import dev.fenliu.accounts.domain.Sessions.Session;
import dev.fenliu.accounts.domain.UnknownEnterprise;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets members in, and out again. */
@Service
public class SignIn {
    private static final int MOST_AT_ONCE = 50;

    private final Credentials credentials;
    private final OwnAccounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final CurrentSnapshots snapshots;
    private final NoteUses uses;
    private final SignInSettings settings;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SignIn(
            Credentials credentials,
            OwnAccounts accounts,
            Sessions sessions,
            Passwords passwords,
            CurrentSnapshots snapshots,
            NoteUses uses,
            SignInSettings settings,
            Ids ids,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.snapshots = snapshots;
        this.uses = uses;
        this.settings = settings;
        this.ids = ids;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Empty whatever is wrong, and after the same time: nobody learns which sign-in names exist. Not one transaction, as
     * hashing takes longer than a connection should be held.
     */
    public Optional<Candidate> with(String login, String password) {
        var credential = transaction.execute(_ -> find(login));
        var hash = credential == null || credential.isEmpty()
                ? null
                : credential.get().passwordHash();
        if (!passwords.match(password, hash)) return Optional.empty();
        return credential.filter(Credential::active).map(SignIn::candidate);
    }

    /** A member whose device has proved who they are; empty once they are not welcome any more. */
    @Transactional(readOnly = true)
    public Optional<Candidate> known(String login) {
        return find(login).filter(Credential::active).map(SignIn::candidate);
    }

    /** Whoever signs in everywhere and never out loses the oldest of their sign-ins. */
    @Transactional
    public SignedIn enter(Candidate member, String agent, String address, Instant now) {
        var device = new Device(agent);
        var session = new Session(ids.next(), member.enterprise(), member.member(), device, address, now, now);
        var open = sessions.of(member.enterprise(), member.member(), now.minus(settings.idle()));
        if (open.size() >= MOST_AT_ONCE) {
            var oldest = open.subList(MOST_AT_ONCE - 1, open.size()).stream()
                    .map(Session::id)
                    .toList();
            sessions.end(member.enterprise(), member.member(), oldest, now);
            snapshots.changed(member.enterprise());
        }
        sessions.add(session);
        return new SignedIn(
                member.enterpriseId(),
                member.memberId(),
                member.login(),
                member.displayName(),
                session.id(),
                now.toEpochMilli());
    }

    /** The language that the member has chosen, if they ever did. */
    @Transactional(readOnly = true)
    public Optional<String> languageOf(SignedIn member) {
        return accounts.language(member.enterprise(), member.member());
    }

    /** Who the signed-in member is and what they may do somewhere now; empty once they are not welcome any more. */
    @Transactional(readOnly = true)
    public Optional<Welcome> welcome(SignedIn member, Instant now) {
        if (member.isOlderThan(settings.longest(), now)) return Optional.empty();
        try {
            var enterprise = snapshots.of(member.enterprise());
            if (enterprise.hasEnded(member.session())) return Optional.empty();
            var welcome = enterprise
                    .member(member.member())
                    .filter(it -> it.active())
                    .map(it -> new Welcome(
                            member.named(it.name()),
                            enterprise.permissionsOf(it.id()),
                            enterprise.isBeginner(it.id())));
            if (welcome.isPresent()) uses.ofSession(member.session(), now);
            return welcome;
        } catch (UnknownEnterprise gone) {
            return Optional.empty();
        }
    }

    @Transactional
    public void out(SignedIn member, Instant now) {
        sessions.forget(member.enterprise(), member.session());
        events.publishEvent(new LoggedOut(member.enterprise(), member.member(), now));
    }

    Optional<Credential> find(String login) {
        var colon = login.indexOf(':');
        return colon < 0
                ? credentials.of(login, MAIN.value())
                : credentials.of(login.substring(0, colon), login.substring(colon + 1));
    }

    private static Candidate candidate(Credential credential) {
        return new Candidate(
                credential.enterprise().value(), credential.member().value(), credential.login(), credential.name());
    }

    /**
     * A member at the door, and what they may do in one shop or another.
     *
     * @param beginner whether they have to choose a password of their own before anything else
     */
    public record Welcome(SignedIn member, Set<Permission> rights, boolean beginner) {}
}
