package dev.fenliu.accounts.web;

import static java.util.Objects.requireNonNull;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.SignedIn;
import dev.fenliu.accounts.application.TokenHolder;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link Actor}: the signed-in member, or the program behind the token. */
class ActorResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return actor(authentication, address(request));
    }

    private static Actor actor(@Nullable Authentication authentication, String address) {
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case SignedIn it -> new Actor(it.enterprise(), it.member(), it.displayName(), address);
            case TokenHolder it -> new Actor(it.enterprise(), null, it.name(), address);
            case null, default -> throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        };
    }

    private static String address(NativeWebRequest request) {
        return requireNonNull(request.getNativeRequest(HttpServletRequest.class))
                .getRemoteAddr();
    }
}
