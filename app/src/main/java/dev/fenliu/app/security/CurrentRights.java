package dev.fenliu.app.security;

import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.application.SignIn;
import dev.fenliu.accounts.application.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks at every request what the signed-in member may do now; whoever is not welcome any more is signed out. */
class CurrentRights extends OncePerRequestFilter {
    private final SignIn signIn;

    CurrentRights(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn member) {
            signIn.rightsOf(member).ifPresentOrElse(rights -> admit(member, rights), () -> signOut(request));
        }
        chain.doFilter(request, response);
    }

    // In a context of its own: the one of the session stays as small as it was.
    private static void admit(SignedIn member, Set<Permission> rights) {
        var names = rights.stream().map(Permission::name).toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                member, null, AuthorityUtils.createAuthorityList(names)));
        SecurityContextHolder.setContext(context);
    }

    private static void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }
}
