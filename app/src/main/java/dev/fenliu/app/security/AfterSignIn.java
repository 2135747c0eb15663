package dev.fenliu.app.security;

import dev.fenliu.accounts.application.SignIn;
import dev.fenliu.accounts.application.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.LocaleResolver;

/** Leads on to where one wanted to go before signing in, else to the seller centre, in the language of the member. */
class AfterSignIn implements AuthenticationSuccessHandler {
    private static final String START = "/seller";

    private final RequestCache wanted;
    private final SignIn signIn;
    private final LocaleResolver languages;

    AfterSignIn(RequestCache wanted, SignIn signIn, LocaleResolver languages) {
        this.wanted = wanted;
        this.signIn = signIn;
        this.languages = languages;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication member)
            throws IOException {
        speakTheirLanguage(request, response, member);
        var target = target(request, response).orElse(request.getContextPath() + START);
        wanted.removeRequest(request, response);
        response.sendRedirect(target);
    }

    private void speakTheirLanguage(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof SignedIn member)) return;
        signIn.languageOf(member).ifPresent(it -> languages.setLocale(request, response, Locale.forLanguageTag(it)));
    }

    // Path and query only: the host of a saved address is whatever the browser claimed it to be.
    private Optional<String> target(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(wanted.getRequest(request, response))
                .filter(DefaultSavedRequest.class::isInstance)
                .map(DefaultSavedRequest.class::cast)
                .map(it -> it.getQueryString() == null
                        ? it.getRequestURI()
                        : it.getRequestURI() + "?" + it.getQueryString())
                .filter(it -> it.startsWith("/") && !it.startsWith("//"));
    }
}
