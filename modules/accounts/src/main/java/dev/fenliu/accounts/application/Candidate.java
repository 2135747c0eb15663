package dev.fenliu.accounts.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.MemberId;
import java.io.Serializable;

/** A member who has proved who they are, before they are let in. */
public record Candidate(long enterpriseId, long memberId, String login, String displayName) implements Serializable {
    private static final long serialVersionUID = 1L;

    public EnterpriseId enterprise() {
        return new EnterpriseId(enterpriseId);
    }

    public MemberId member() {
        return new MemberId(memberId);
    }
}
