package dev.fenliu.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fenliu.webhooks.domain.HookSecret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTests {
    private static final HookSecret SECRET = new HookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant SENT_AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    void isThatOfTheConventionsOwnExample() {
        assertThat(Signature.of(SECRET, ID, SENT_AT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isAnotherForAnotherIdMomentOrBody() {
        var signature = Signature.of(SECRET, ID, SENT_AT, BODY);

        assertThat(Signature.of(SECRET, ID + "x", SENT_AT, BODY)).isNotEqualTo(signature);
        assertThat(Signature.of(SECRET, ID, SENT_AT.plusSeconds(1), BODY)).isNotEqualTo(signature);
        assertThat(Signature.of(SECRET, ID, SENT_AT, BODY + " ")).isNotEqualTo(signature);
    }
}
