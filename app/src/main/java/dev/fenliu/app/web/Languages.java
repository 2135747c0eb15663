package dev.fenliu.app.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The languages of the pages: Chinese first, English by choice, whatever the browser prefers. */
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
        };
        resolver.setDefaultLocale(Locale.TAIWAN);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** The language with that tag; Chinese for everything that is not spoken here. */
    static Locale known(String tag) {
        return ALL.stream()
                .filter(it -> it.toLanguageTag().equalsIgnoreCase(tag))
                .findFirst()
                .orElse(Locale.TAIWAN);
    }
}
