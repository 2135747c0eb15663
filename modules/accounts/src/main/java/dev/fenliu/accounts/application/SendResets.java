package dev.fenliu.accounts.application;

import dev.fenliu.accounts.PasswordForgotten;
import dev.fenliu.accounts.domain.Credentials.Credential;
import dev.fenliu.accounts.domain.OwnAccounts;
import dev.fenliu.accounts.domain.PasswordResets;
import dev.fenliu.accounts.domain.PasswordResets.Reset;
import dev.fenliu.accounts.domain.TokenSecret;
import java.time.Duration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails the link with which a member chooses another password. */
@Component
public class SendResets {
    private static final int MOST_OPEN = 3;
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final PasswordResets resets;
    private final OwnAccounts accounts;
    private final SignIn signIn;
    private final Mails mails;

    SendResets(PasswordResets resets, OwnAccounts accounts, SignIn signIn, Mails mails) {
        this.resets = resets;
        this.accounts = accounts;
        this.signIn = signIn;
        this.mails = mails;
    }

    /** Each request is answered once, however often it is told. */
    @ApplicationModuleListener
    public void on(PasswordForgotten forgotten) {
        var member = signIn.find(forgotten.login()).filter(Credential::active).orElse(null);
        if (member == null || resets.has(member.enterprise(), forgotten.request())) return;
        // A flood of requests for somebody must not become a flood of mails to them.
        if (resets.open(member.enterprise(), member.member(), forgotten.occurredAt()) >= MOST_OPEN) return;
        var profile = accounts.profile(member.enterprise(), member.member());
        var email = profile.email();
        if (email == null) return;

        var secret = TokenSecret.random();
        var expires = forgotten.occurredAt().plus(GOOD_FOR);
        resets.add(new Reset(forgotten.request(), member.enterprise(), member.member(), expires), secret.hash());
        var language = accounts.language(member.enterprise(), member.member()).orElse("zh-TW");
        mails.sendReset(email, language, profile.name(), member.login(), secret);
    }
}
