package dev.fenliu.accounts.application;

import dev.fenliu.accounts.AccountEvent.OwnAccountChanged;
import dev.fenliu.accounts.Activity;
import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.domain.LanguageUnknown;
import dev.fenliu.accounts.domain.OwnAccounts;
import dev.fenliu.accounts.domain.PasswordResets;
import dev.fenliu.accounts.domain.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What members say of themselves, and in which language they are spoken to. */
@Service
public class MyProfile {
    /** The languages that the pages speak. */
    public static final List<String> LANGUAGES = List.of("zh-TW", "en");

    private final OwnAccounts accounts;
    private final PasswordResets resets;
    private final CurrentSnapshots snapshots;
    private final MyPassword password;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    MyProfile(
            OwnAccounts accounts,
            PasswordResets resets,
            CurrentSnapshots snapshots,
            MyPassword password,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.resets = resets;
        this.snapshots = snapshots;
        this.password = password;
        this.transaction = transaction;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Profile of(Actor actor) {
        return accounts.profile(actor.enterprise(), actor.me());
    }

    /**
     * Another e-mail address needs the password: whoever reads its mail can reset the password. Not one transaction, as
     * comparing passwords takes longer than a connection should be held.
     */
    public void change(Actor actor, Profile wish, String currentPassword, Instant now) {
        var before = transaction.execute(_ -> accounts.profile(actor.enterprise(), actor.me()));
        if (wish.equals(before)) return;
        if (!Objects.equals(wish.email(), before.email())) password.confirm(actor, currentPassword);
        transaction.executeWithoutResult(_ -> save(actor, before, wish, now));
    }

    @Transactional
    public void speak(Actor actor, String language, Instant now) {
        if (!LANGUAGES.contains(language)) throw new LanguageUnknown();
        var before = accounts.language(actor.enterprise(), actor.me()).orElse("");
        if (language.equals(before)) return;
        accounts.speak(actor.enterprise(), actor.me(), language);
        tell(actor, "language-changed", Map.of("language", before), Map.of("language", language), now);
    }

    private void save(Actor actor, Profile before, Profile wish, Instant now) {
        snapshots.locked(actor.enterprise());
        // A link that lies in another mailbox is good no more.
        if (!Objects.equals(wish.email(), before.email())) resets.removeAll(actor.enterprise(), actor.me());
        accounts.save(actor.enterprise(), actor.me(), wish);
        snapshots.changed(actor.enterprise());
        tell(actor, "profile-changed", described(before), described(wish), now);
    }

    private void tell(Actor actor, String action, Map<String, String> before, Map<String, String> after, Instant now) {
        var activity = new Activity(actor, action, actor.name(), null, before, after, now);
        events.publishEvent(new OwnAccountChanged(actor.enterprise(), actor.me(), activity, now));
    }

    private static Map<String, String> described(Profile profile) {
        var values = new TreeMap<String, String>();
        values.put("name", profile.name());
        putIfAny(values, "email", profile.email());
        putIfAny(values, "phone", profile.phone());
        return values;
    }

    private static void putIfAny(Map<String, String> values, String key, @Nullable String value) {
        if (value != null) values.put(key, value);
    }
}
