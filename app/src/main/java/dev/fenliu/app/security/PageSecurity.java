package dev.fenliu.app.security;

import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.application.SignIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** The doors for people. What is behind them asks again: a path alone gives nobody a right. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
    // Nobody is asked who they are for a style sheet: that would cost a session and a look at the database each.
    @Bean
    @Order(3)
    SecurityFilterChain staticFilesDoor(HttpSecurity http) {
        return http.securityMatcher(Doors.STATIC_FILES)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(it -> ResponseHeaders.write(it, ResponseHeaders.PAGES))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageDoor(
            HttpSecurity http,
            SignIn signIn,
            FurtherSignIns further,
            LeavingDesk leaving,
            LocaleResolver languages,
            Clock clock) {
        var wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(Browsers::opensPage);
        var refusals = new PageRefusals();
        var success = new AfterSignIn(wanted, signIn, languages);
        return http.headers(it -> {
                    ResponseHeaders.write(it, ResponseHeaders.PAGES);
                    it.addHeaderWriter(ResponseHeaders.varyByHtmx());
                })
                .requestCache(it -> it.requestCache(wanted))
                .addFilterAfter(new CurrentRights(signIn, clock), SecurityContextHolderFilter.class)
                .formLogin(it -> it.loginPage("/login")
                        .authenticationDetailsSource(BrowserDetails::new)
                        .successHandler(success)
                        .failureHandler(new SignInRefused(clock)))
                .with(further.leadingTo(success))
                .logout(it -> it.addLogoutHandler(leaving).logoutSuccessUrl("/login?out"))
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(it -> it.dispatcherTypeMatchers(Dispatches.ALREADY_ADMITTED)
                        .permitAll()
                        .requestMatchers(Doors.EVERYBODY)
                        .permitAll()
                        .requestMatchers(Doors.DESK)
                        .hasAuthority(Permission.CHAT.name())
                        .requestMatchers(Doors.MEMBERS)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    // Also for the sign-in page that is shown again: it is reached by a forward in front of all other filters.
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> addressesOfStaticFiles() {
        var filter = new FilterRegistrationBean<ResourceUrlEncodingFilter>(new OnPages());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR);
        return filter;
    }

    // The API has no pages, and each wrapping of a request is passed through some hundred times.
    private static final class OnPages extends ResourceUrlEncodingFilter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request instanceof HttpServletRequest it && it.getRequestURI().startsWith("/api/")) {
                chain.doFilter(request, response);
            } else {
                super.doFilter(request, response, chain);
            }
        }
    }
}
