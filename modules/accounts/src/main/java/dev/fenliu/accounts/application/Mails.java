package dev.fenliu.accounts.application;

import dev.fenliu.accounts.domain.TokenSecret;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Writes to people in their language, if there is a mail server. */
@Component
class Mails {
    private final ObjectProvider<JavaMailSender> server;
    private final MailSettings settings;
    private final PublicAddress address;
    private final MessageSource words;

    Mails(ObjectProvider<JavaMailSender> server, MailSettings settings, PublicAddress address, MessageSource words) {
        this.server = server;
        this.settings = settings;
        this.address = address;
        this.words = words;
    }

    boolean areSent() {
        return server.getIfAvailable() != null;
    }

    String invitationLink(TokenSecret secret) {
        return address.url() + "/invitations/" + secret.value();
    }

    void sendInvitation(String to, String language, String name, String enterprise, String login, TokenSecret secret) {
        send(to, language, "invitation", name, enterprise, login, invitationLink(secret));
    }

    void sendReset(String to, String language, String name, String login, TokenSecret secret) {
        send(to, language, "reset", name, login, address.url() + "/reset/" + secret.value());
    }

    private void send(String to, String language, String letter, Object... values) {
        var locale = Locale.forLanguageTag(language);
        var mail = new SimpleMailMessage();
        mail.setFrom(settings.from(address.url().getHost()));
        mail.setTo(to);
        mail.setSubject(words.getMessage("mail." + letter + ".subject", values, locale));
        mail.setText(words.getMessage("mail." + letter + ".text", values, locale));
        server.getObject().send(mail);
    }
}
