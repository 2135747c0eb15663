package dev.fenliu.accounts.application;

import dev.fenliu.accounts.application.OpenEnterprise.Opening;
import dev.fenliu.accounts.domain.Enterprises;
import dev.fenliu.accounts.domain.FirstStarts;
import dev.fenliu.accounts.domain.LinkOver;
import dev.fenliu.accounts.domain.TokenSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the first enterprise account, by a link that only who runs the program can read, once. */
@Service
public class FirstStart {
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final FirstStarts links;
    private final Enterprises enterprises;
    private final OpenEnterprise opening;
    private final Passwords passwords;

    FirstStart(FirstStarts links, Enterprises enterprises, OpenEnterprise opening, Passwords passwords) {
        this.links = links;
        this.enterprises = enterprises;
        this.opening = opening;
        this.passwords = passwords;
    }

    /** What the link of this start holds; empty, and every earlier link dead, once there is an enterprise account. */
    @Transactional
    public Optional<String> link(Instant now) {
        if (enterprises.any()) {
            links.removeAll();
            return Optional.empty();
        }
        var secret = TokenSecret.random();
        links.add(secret.hash(), now);
        return Optional.of(secret.value());
    }

    /** Throws {@link LinkOver}. */
    @Transactional(readOnly = true)
    public void requireGood(String shown, Instant now) {
        if (!links.knows(new TokenSecret(shown).hash(), now.minus(GOOD_FOR)) || enterprises.any()) {
            throw new LinkOver();
        }
    }

    /** Of two at once one is told that the link is dead. Throws {@link LinkOver}. */
    @Transactional
    public void open(String shown, Opening wish, Instant now) {
        if (!links.locks(new TokenSecret(shown).hash(), now.minus(GOOD_FOR)) || enterprises.any()) {
            throw new LinkOver();
        }
        passwords.requireUnguessable(wish.mainPassword(), List.of(wish.code(), wish.name(), wish.mainName()));
        opening.open(wish, now);
        links.removeAll();
    }
}
