package dev.fenliu.accounts.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.io.Serializable;
import java.security.Principal;

/** The member of a signed-in session. Kept over restarts, so it holds nothing that could have changed meanwhile. */
public record SignedIn(long enterpriseId, long memberId, String login, String displayName)
        implements Principal, Serializable {
    private static final long serialVersionUID = 1L;

    public EnterpriseId enterprise() {
        return new EnterpriseId(enterpriseId);
    }

    public MemberId member() {
        return new MemberId(memberId);
    }

    @Override
    public String getName() {
        return login;
    }
}
