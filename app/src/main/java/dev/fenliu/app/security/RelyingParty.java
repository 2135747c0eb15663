package dev.fenliu.app.security;

import dev.fenliu.accounts.application.PublicAddress;
import java.util.Set;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Whom passkeys are made for: this program at its public address, known for certain once it listens. */
@Component
class RelyingParty implements WebAuthnRelyingPartyOperations {
    private final SingletonSupplier<WebAuthnRelyingPartyOperations> ceremony;

    RelyingParty(
            PublicKeyCredentialUserEntityRepository members, UserCredentialRepository passkeys, PublicAddress address) {
        ceremony = SingletonSupplier.of(() -> at(address, members, passkeys));
    }

    private static WebAuthnRelyingPartyOperations at(
            PublicAddress address, PublicKeyCredentialUserEntityRepository members, UserCredentialRepository passkeys) {
        var url = address.url();
        var origin = url.getScheme() + "://" + url.getAuthority();
        var entity = PublicKeyCredentialRpEntity.builder()
                .id(url.getHost())
                .name("Fenliu")
                .build();
        var ceremony = new Webauthn4JRelyingPartyOperations(members, passkeys, entity, Set.of(origin));
        // Finger, face or PIN: without it whoever finds the device would be let in.
        ceremony.setCustomizeCreationOptions(it -> it.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .build()));
        ceremony.setCustomizeRequestOptions(it -> it.userVerification(UserVerificationRequirement.REQUIRED));
        return ceremony;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return ceremony.obtain().createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        return ceremony.obtain().registerCredential(request);
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return ceremony.obtain().createCredentialRequestOptions(request);
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        return ceremony.obtain().authenticate(request);
    }
}
