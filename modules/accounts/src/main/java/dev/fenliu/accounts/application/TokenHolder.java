package dev.fenliu.accounts.application;

import dev.fenliu.accounts.EnterpriseId;
import dev.fenliu.accounts.Scope;
import java.security.Principal;
import java.util.Set;

/** A program that showed a valid API token of an enterprise. */
public record TokenHolder(EnterpriseId enterprise, long token, String name, Set<Scope> scopes) implements Principal {
    @Override
    public String getName() {
        return name;
    }
}
