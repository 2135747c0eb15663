package dev.fenliu.accounts;

import java.time.Instant;

/**
 * A member as other modules need to know one.
 *
 * @param login the full sign-in name, {@code code:memberid}
 * @param main whether this is the main account (主帳號)
 * @param active false once disabled
 */
public record Member(
        MemberId id,
        EnterpriseId enterprise,
        String login,
        String name,
        boolean main,
        boolean active,
        Instant createdAt) {}
