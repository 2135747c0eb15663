package dev.fenliu.accounts.application;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.fenliu.accounts.domain.Octets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The six digits that an authenticator app shows for half a minute (RFC 6238). */
@Component
public class AuthenticatorCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    Octets newSecret() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new Octets(secret);
    }

    /** The half minute whose code that is; clocks may differ by one. */
    Optional<Long> stepOf(String code, Octets secret, Instant now) {
        var typed = code.replaceAll("\\s", "");
        var step = now.getEpochSecond() / generator.getTimeStep().toSeconds();
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(it -> at(it, secret).equals(typed))
                .boxed()
                .findFirst();
    }

    /** What the app shows now. */
    public String now(Octets secret, Instant now) {
        return at(now.getEpochSecond() / generator.getTimeStep().toSeconds(), secret);
    }

    private String at(long step, Octets secret) {
        try {
            var instant = Instant.EPOCH.plus(generator.getTimeStep().multipliedBy(step));
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret.toArray(), generator.getAlgorithm()), instant);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("every key is fit for HMAC", impossible);
        }
    }
}
