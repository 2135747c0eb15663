package dev.fenliu.app.security;

import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.application.SignIn;
import dev.fenliu.accounts.application.SignIn.Welcome;
import dev.fenliu.accounts.application.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks at every request what the signed-in member may do now; whoever is not welcome any more is signed out. */
class CurrentRights extends OncePerRequestFilter {
    private final SignIn signIn;
    private final Clock clock;

    CurrentRights(SignIn signIn, Clock clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn member) {
            var welcome = signIn.welcome(member, clock.instant());
            welcome.ifPresentOrElse(CurrentRights::admit, () -> signOut(request));
            if (welcome.filter(Welcome::beginner).isPresent() && isClosedToBeginners(request)) {
                leadToPassword(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isClosedToBeginners(HttpServletRequest request) {
        return Doors.isForMembers(request) && !Doors.isForBeginners(request);
    }

    private static void leadToPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var password = request.getContextPath() + Doors.PASSWORD;
        if (Browsers.wantsPage(request)) {
            response.sendRedirect(password);
        } else {
            response.setHeader("HX-Redirect", password);
            response.setStatus(HttpStatus.FORBIDDEN.value());
        }
    }

    // In a context of its own: the one of the session stays as small as it was.
    private static void admit(Welcome welcome) {
        var names = welcome.rights().stream().map(Permission::name).toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                welcome.member(), null, AuthorityUtils.createAuthorityList(names)));
        SecurityContextHolder.setContext(context);
    }

    private static void signOut(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }
}
