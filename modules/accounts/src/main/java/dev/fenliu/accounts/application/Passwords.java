package dev.fenliu.accounts.application;

import dev.fenliu.accounts.domain.OncePassword;
import dev.fenliu.accounts.domain.Password;
import dev.fenliu.accounts.domain.PasswordGuessable;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id, and compares as slowly whether or not there is something to compare with. */
@Component
class Passwords {
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final String ONCE = "{once}";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, KIBIBYTES, PASSES)));
    // Each hash takes 19 MiB and a core for as long as it lasts: a crowd queues here, not in the heap.
    private final Semaphore atOnce = new Semaphore(2 * Runtime.getRuntime().availableProcessors());
    private final String decoy = hash(null);
    private final GuessablePasswords guessable = new GuessablePasswords();

    /** Without a password the hash of one that nobody knows. */
    String hash(@Nullable Password password) {
        atOnce.acquireUninterruptibly();
        try {
            return encoder.encode(password == null ? unguessable() : password.value());
        } finally {
            atOnce.release();
        }
    }

    /** The hash of what somebody chose, unless it is among what is tried first; what they are called is. */
    String chosen(String wish, List<String> theirWords) {
        requireUnguessable(wish, theirWords);
        return hash(new Password(wish));
    }

    /** Throws {@link PasswordGuessable}. */
    void requireUnguessable(String wish, List<String> theirWords) {
        if (guessable.isGuessable(new Password(wish), theirWords)) throw new PasswordGuessable();
    }

    /** Of one that nobody can guess: a plain hash is enough, and thousands of members can begin at once. */
    String hashOnce(OncePassword password) {
        return ONCE + HexFormat.of().formatHex(password.hash());
    }

    boolean match(String tried, @Nullable String hash) {
        if (hash == null || !hash.startsWith(ONCE)) return matchSlowly(tried, hash);
        // As slow as any other, or it would show who has not chosen a password yet.
        matchSlowly(tried, null);
        var stored = HexFormat.of().parseHex(hash.substring(ONCE.length()));
        return tried.length() <= Password.LONGEST && MessageDigest.isEqual(new OncePassword(tried).hash(), stored);
    }

    private boolean matchSlowly(String tried, @Nullable String hash) {
        var fits = tried.length() <= Password.LONGEST;
        atOnce.acquireUninterruptibly();
        try {
            return encoder.matches(fits ? tried : "", hash == null ? decoy : hash) && fits && hash != null;
        } finally {
            atOnce.release();
        }
    }

    private static String unguessable() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
