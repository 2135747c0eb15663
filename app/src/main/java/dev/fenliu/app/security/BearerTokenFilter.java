package dev.fenliu.app.security;

import dev.fenliu.accounts.application.TokenHolder;
import dev.fenliu.accounts.application.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in that shows a valid API token, as often as its rate allows. */
class BearerTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    private final Tokens tokens;
    private final ApiRate rate;
    private final Clock clock;

    BearerTokenFilter(Tokens tokens, ApiRate rate, Clock clock) {
        this.tokens = tokens;
        this.rate = rate;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var shown = shown(request);
        if (shown.isPresent()) {
            var holder = tokens.holder(shown.get(), clock.instant())
                    .orElseThrow(() -> new BadCredentialsException("the token opens nothing"));
            rate.take(holder);
            admit(holder);
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> shown(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(it -> it.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(it -> it.substring(SCHEME.length()).strip())
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST);
    }

    private static void admit(TokenHolder holder) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TokenAuthentication(holder));
        SecurityContextHolder.setContext(context);
    }
}
