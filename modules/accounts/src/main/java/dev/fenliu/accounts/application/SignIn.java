package dev.fenliu.accounts.application;

import static dev.fenliu.accounts.domain.LoginId.MAIN;

import dev.fenliu.accounts.AccountEvent.LoggedOut;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.domain.Credentials;
import dev.fenliu.accounts.domain.Credentials.Credential;
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
    private final Credentials credentials;
    private final Passwords passwords;
    private final CurrentSnapshots snapshots;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SignIn(
            Credentials credentials,
            Passwords passwords,
            CurrentSnapshots snapshots,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.snapshots = snapshots;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Empty whatever is wrong, and after the same time: nobody learns which sign-in names exist. Not one transaction, as
     * hashing takes longer than a connection should be held.
     */
    public Optional<SignedIn> with(String login, String password) {
        var credential = transaction.execute(_ -> find(login));
        var hash = credential == null || credential.isEmpty()
                ? null
                : credential.get().passwordHash();
        if (!passwords.match(password, hash)) return Optional.empty();
        return credential.filter(Credential::active).map(SignIn::signedIn);
    }

    /** What a signed-in member may do somewhere now; empty once they are not welcome any more. */
    @Transactional(readOnly = true)
    public Optional<Set<Permission>> rightsOf(SignedIn member) {
        try {
            var enterprise = snapshots.of(member.enterprise());
            return enterprise
                    .member(member.member())
                    .filter(it -> it.active())
                    .map(it -> enterprise.permissionsOf(it.id()));
        } catch (UnknownEnterprise gone) {
            return Optional.empty();
        }
    }

    @Transactional
    public void out(SignedIn member, Instant now) {
        events.publishEvent(new LoggedOut(member.enterprise(), member.member(), now));
    }

    private Optional<Credential> find(String login) {
        var colon = login.indexOf(':');
        return colon < 0
                ? credentials.of(login, MAIN.value())
                : credentials.of(login.substring(0, colon), login.substring(colon + 1));
    }

    private static SignedIn signedIn(Credential credential) {
        return new SignedIn(
                credential.enterprise().value(), credential.member().value(), credential.login(), credential.name());
    }
}
