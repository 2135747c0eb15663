package dev.fenliu.app.security;

import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.application.TokenHolder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A program behind a valid token; its authorities are the scopes. */
final class TokenAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient TokenHolder holder;

    TokenAuthentication(TokenHolder holder) {
        super(AuthorityUtils.createAuthorityList(namesOf(holder)));
        this.holder = holder;
        setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return holder;
    }

    private static List<String> namesOf(TokenHolder holder) {
        return holder.scopes().stream().map(Scope::name).toList();
    }
}
