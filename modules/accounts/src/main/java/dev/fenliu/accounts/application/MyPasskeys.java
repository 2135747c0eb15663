package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.OwnAccountChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.domain.Passkey;
import dev.fenliu.accounts.domain.PasskeyUnfit;
import dev.fenliu.accounts.domain.Passkeys;
import dev.fenliu.accounts.domain.TooManyPasskeys;
import dev.fenliu.accounts.domain.UnknownPasskey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The passkeys of a member: added with the password, listed and removed. */
@Service
public class MyPasskeys {
    private static final int MOST = 20;

    private final Passkeys passkeys;
    private final WebAuthnRelyingPartyOperations ceremony;
    private final MyPassword password;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    MyPasskeys(
            Passkeys passkeys,
            WebAuthnRelyingPartyOperations ceremony,
            MyPassword password,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.ceremony = ceremony;
        this.password = password;
        this.transaction = transaction;
        this.events = events;
    }

    /** In the order of their creation. */
    @Transactional(readOnly = true)
    public List<Passkey> of(Actor actor) {
        return passkeys.of(actor.enterprise(), actor.me());
    }

    /** What the browser needs to make one. */
    public PublicKeyCredentialCreationOptions begin(Actor actor, Authentication me, String currentPassword) {
        password.confirm(actor, currentPassword);
        return transaction.execute(_ -> {
            requireRoom(actor);
            return ceremony.createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(me));
        });
    }

    @Transactional
    public void add(Actor actor, PublicKeyCredentialCreationOptions options, RelyingPartyPublicKey made, Instant now) {
        requireRoom(actor);
        try {
            ceremony.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, made));
        } catch (RuntimeException unfit) {
            throw new PasskeyUnfit();
        }
        tell(actor, "passkey-added", made.getLabel(), now);
    }

    @Transactional
    public void remove(Actor actor, long passkey, Instant now) {
        var known =
                of(actor).stream().filter(it -> it.id() == passkey).findFirst().orElseThrow(UnknownPasskey::new);
        passkeys.remove(actor.enterprise(), actor.me(), passkey);
        tell(actor, "passkey-removed", known.label(), now);
    }

    private void requireRoom(Actor actor) {
        if (of(actor).size() >= MOST) throw new TooManyPasskeys(MOST);
    }

    private void tell(Actor actor, String action, String label, Instant now) {
        var activity = new Activity(actor, action, label, null, Map.of(), Map.of(), now);
        events.publishEvent(new OwnAccountChanged(actor.enterprise(), actor.me(), activity, now));
    }
}
