package dev.fenliu.app.security;

import static dev.fenliu.accounts.Scope.ACTIVITY;
import static dev.fenliu.accounts.Scope.ALL;
import static dev.fenliu.accounts.Scope.CHATS;
import static dev.fenliu.accounts.Scope.CHAT_GROUPS;
import static dev.fenliu.accounts.Scope.MEMBERS;
import static dev.fenliu.accounts.Scope.PERFORMANCE;
import static dev.fenliu.accounts.Scope.SHOPS;
import static dev.fenliu.accounts.Scope.WEBHOOKS;

import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.application.Tokens;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The doors for programs: the HTTP API by token, and its documentation, which is for everybody. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http, Tokens tokens, ApiRate rate, ApiRefusals refusals, Clock clock) {
        return http.securityMatcher("/api/v1/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(it -> ResponseHeaders.write(it, ResponseHeaders.DATA))
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterAfter(new BodyLimit(refusals), ExceptionTranslationFilter.class)
                .addFilterAfter(new BearerTokenFilter(tokens, rate, clock), ExceptionTranslationFilter.class)
                .authorizeHttpRequests(it -> it.dispatcherTypeMatchers(Dispatches.ALREADY_ADMITTED)
                        .permitAll()
                        .requestMatchers(
                                "/api/v1/members/*/presence",
                                "/api/v1/members/*/reassignments",
                                "/api/v1/shops/*/messages",
                                "/api/v1/shops/*/staging",
                                "/api/v1/conversations",
                                "/api/v1/conversations/**")
                        .access(scope(CHATS))
                        .requestMatchers(
                                "/api/v1/shops/*/distribution",
                                "/api/v1/shops/*/groups/**",
                                "/api/v1/shops/*/simulations")
                        .access(scope(CHAT_GROUPS))
                        .requestMatchers("/api/v1/members", "/api/v1/members/*", "/api/v1/roles", "/api/v1/roles/*")
                        .access(scope(MEMBERS))
                        .requestMatchers("/api/v1/shops", "/api/v1/shops/*")
                        .access(scope(SHOPS))
                        .requestMatchers("/api/v1/performance/**")
                        .access(scope(PERFORMANCE))
                        .requestMatchers("/api/v1/activity")
                        .access(scope(ACTIVITY))
                        .requestMatchers("/api/v1/webhooks", "/api/v1/webhooks/**")
                        .access(scope(WEBHOOKS))
                        // A token for everything may be told what does not exist.
                        .anyRequest()
                        .hasAuthority(ALL.name()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain documentationDoor(HttpSecurity http) {
        return http.securityMatcher("/api/openapi", "/api/openapi/**", "/api/docs", "/api/swagger-ui/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(it -> ResponseHeaders.write(it, ResponseHeaders.DOCUMENTATION))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> scope(Scope scope) {
        return AuthorityAuthorizationManager.hasAnyAuthority(scope.name(), ALL.name());
    }
}
