package dev.fenliu.accounts.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;

/**
 * The member of a signed-in session. Kept over restarts, so it is compared with what is stored at every request.
 *
 * @param session which of the member's sign-ins this is
 * @param sinceMillis when it began
 */
public record SignedIn(
        long enterpriseId, long memberId, String login, String displayName, long session, long sinceMillis)
        implements Principal, Serializable {
    private static final long serialVersionUID = 2L;

    public EnterpriseId enterprise() {
        return new EnterpriseId(enterpriseId);
    }

    public MemberId member() {
        return new MemberId(memberId);
    }

    boolean isOlderThan(Duration age, Instant now) {
        return now.isAfter(Instant.ofEpochMilli(sinceMillis).plus(age));
    }

    SignedIn named(String name) {
        return name.equals(displayName)
                ? this
                : new SignedIn(enterpriseId, memberId, login, name, session, sinceMillis);
    }

    @Override
    public String getName() {
        return login;
    }
}
