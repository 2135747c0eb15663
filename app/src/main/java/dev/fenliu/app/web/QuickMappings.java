package dev.fenliu.app.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxMvcAutoConfiguration;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequestMappingHandlerMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds a request's method without trying every route: one whose words before its first variable are others is passed
 * over. With some two hundred routes the trying took a tenth of a message's time.
 */
@Primary
@Component
class QuickMappings implements WebMvcRegistrations {
    private final HtmxMvcAutoConfiguration htmx;

    QuickMappings(HtmxMvcAutoConfiguration htmx) {
        this.htmx = htmx;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    @Override
    public @Nullable RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return htmx.getRequestMappingHandlerAdapter();
    }

    @Override
    public @Nullable ExceptionHandlerExceptionResolver getExceptionHandlerExceptionResolver() {
        return htmx.getExceptionHandlerExceptionResolver();
    }

    private static final class Mapping extends HtmxRequestMappingHandlerMapping {
        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo route, HttpServletRequest request) {
            return mayMatch(route, ServletRequestPathUtils.getCachedPathValue(request))
                    ? super.getMatchingMapping(route, request)
                    : null;
        }

        private static boolean mayMatch(RequestMappingInfo route, String path) {
            var patterns = route.getPathPatternsCondition();
            // Encoded characters and matrix parameters are compared by Spring alone.
            if (patterns == null || path.indexOf('%') >= 0 || path.indexOf(';') >= 0) return true;
            for (var pattern : patterns.getPatterns()) {
                var text = pattern.getPatternString();
                if (path.regionMatches(0, text, 0, literal(text))) return true;
            }
            return false;
        }

        private static int literal(String pattern) {
            for (var i = 0; i < pattern.length(); i++) {
                var sign = pattern.charAt(i);
                if (sign == '{' || sign == '*' || sign == '?') return i;
            }
            return pattern.length();
        }
    }
}
