package dev.fenliu.app.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.SellerCentre;
import dev.fenliu.accounts.application.SignedIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.context.LazyContextVariable;

/**
 * Offers {@code me} to every page; absent when nobody is signed in, and where something went wrong. Hears only of what is
 * drawn: a message to the API has no page to prepare.
 */
@Component
class ShellAttributes implements HandlerInterceptor, WebMvcConfigurer {
    private final SellerCentre sellerCentre;

    ShellAttributes(SellerCentre sellerCentre) {
        this.sellerCentre = sellerCentre;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || isRedirect(page) || request.getDispatcherType() == DispatcherType.ERROR) return;
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)) return;
        // Asked for only when a whole page is rendered: fragments do without.
        page.addObject("me", new LazyContextVariable<Me>() {
            @Override
            protected Me loadValue() {
                return me(person, request.getRemoteAddr());
            }
        });
    }

    private static boolean isRedirect(ModelAndView page) {
        return page.getViewName() != null && page.getViewName().startsWith("redirect:");
    }

    private Me me(SignedIn person, String address) {
        var actor = new Actor(person.enterprise(), person.member(), person.displayName(), address);
        var centre = sellerCentre.of(actor);
        return new Me(person.displayName(), person.login(), centre.permissions(), centre.platform());
    }
}
