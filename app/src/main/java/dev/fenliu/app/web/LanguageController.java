package dev.fenliu.app.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.MyProfile;
import dev.fenliu.accounts.application.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language of the pages, for a member also at their next sign-in, and leads back to where one was. */
@Controller
class LanguageController {
    private final LocaleResolver locales;
    private final MyProfile profile;
    private final Pages pages;
    private final Clock clock;

    LanguageController(LocaleResolver locales, MyProfile profile, Pages pages, Clock clock) {
        this.locales = locales;
        this.profile = profile;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @Nullable Authentication authentication,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = Languages.known(language);
        locales.setLocale(request, response, chosen);
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn me) {
            profile.speak(actor(me, request), chosen.toLanguageTag(), clock.instant());
        }
        return "redirect:" + pages.nearest(back(referer));
    }

    private static Actor actor(SignedIn me, HttpServletRequest request) {
        return new Actor(me.enterprise(), me.member(), me.displayName(), request.getRemoteAddr());
    }

    /** Only the path of the page that asked: a foreign address in the header leads nowhere else. */
    static String back(@Nullable String referer) {
        if (referer == null) return "/";
        try {
            var uri = URI.create(referer);
            var path = uri.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) return "/";
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
