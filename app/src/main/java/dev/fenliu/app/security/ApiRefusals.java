package dev.fenliu.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses programs at the door in the same words as inside: the advice that maps refusals writes them too. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final HandlerExceptionResolver resolver;

    ApiRefusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) {
        if (!(refusal instanceof TooMany)) response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        refuse(request, response, refusal);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal) {
        refuse(request, response, refusal);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Exception refusal) {
        resolver.resolveException(request, response, null, refusal);
    }
}
