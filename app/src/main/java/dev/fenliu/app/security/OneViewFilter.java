package dev.fenliu.app.security;

import dev.fenliu.accounts.application.RequestView;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request be admitted and answered as of one state of its enterprise. Before the doors, which look first. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class OneViewFilter extends OncePerRequestFilter {
    private final RequestView view;

    OneViewFilter(RequestView view) {
        this.view = view;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var _ = view.open()) {
            chain.doFilter(request, response);
        }
    }
}
