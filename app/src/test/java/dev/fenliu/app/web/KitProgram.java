package dev.fenliu.app.web;

import dev.fenliu.accounts.Permission;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Pages that show every part of the kit, without database and sign-in. */
@TestComponent
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@Import({StaticFiles.class, Languages.class, LanguageController.class, Pages.class, KitProgram.Pages.class})
class KitProgram {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    Filter contentSecurityPolicy() {
        return (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Content-Security-Policy", POLICY);
            chain.doFilter(request, response);
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Controller
    @TestComponent
    static class Pages {
        @GetMapping("/kit-sample/platform")
        String platform(Model model) {
            model.addAttribute("me", new Me("Amy", "demo:amy", Set.of(Permission.values()), "/platform/chat-groups"));
            model.addAttribute("at", Instant.now().minusSeconds(185));
            return "kit-sample/platform";
        }

        @GetMapping("/kit-sample/plain")
        String plain() {
            return "kit-sample/plain";
        }

        @PostMapping("/kit-sample/refused")
        ModelAndView refused(HttpServletResponse response) {
            response.setHeader("HX-Retarget", "#notices");
            response.setHeader("HX-Reswap", "innerHTML");
            var model = Map.of("code", "target-not-online", "message", "這位成員已經離線,請選擇其他對象。");
            return new ModelAndView("kit/notice :: refusal", model, HttpStatus.CONFLICT);
        }
    }
}
