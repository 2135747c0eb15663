package dev.fenliu.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The languages: in the pages Chinese first and English by choice, whatever the browser prefers; to programs the one that
 * they ask for with each request.
 */
@Configuration(proxyBeanMethods = false)
class Languages {
    static final List<Locale> ALL = List.of(Locale.TAIWAN, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return known(value);
            }

            @Override
            public LocaleContext resolveLocaleContext(HttpServletRequest request) {
                return Answers.isForPrograms(request)
                        ? new SimpleLocaleContext(accepted(request))
                        : super.resolveLocaleContext(request);
            }
        };
        resolver.setDefaultLocale(Locale.TAIWAN);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** The language of those here that a request asks for; Chinese if it asks for none. */
    static Locale accepted(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(Languages::ranges)
                .map(ranges -> Locale.lookup(ranges, ALL))
                .orElse(Locale.TAIWAN);
    }

    private static Optional<List<Locale.LanguageRange>> ranges(String header) {
        try {
            return Optional.of(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The language with that tag; Chinese for everything that is not spoken here. */
    static Locale known(String tag) {
        return ALL.stream()
                .filter(it -> it.toLanguageTag().equalsIgnoreCase(tag))
                .findFirst()
                .orElse(Locale.TAIWAN);
    }
}
