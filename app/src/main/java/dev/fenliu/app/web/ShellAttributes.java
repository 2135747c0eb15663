package dev.fenliu.app.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.SellerCentre;
import dev.fenliu.accounts.application.SignedIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Offers {@code me} to every page; absent when nobody is signed in, and where something went wrong. */
@ControllerAdvice(annotations = Controller.class)
class ShellAttributes {
    private final SellerCentre sellerCentre;

    ShellAttributes(SellerCentre sellerCentre) {
        this.sellerCentre = sellerCentre;
    }

    @ModelAttribute
    void shell(@Nullable Authentication authentication, HttpServletRequest request, Model model) {
        if (authentication == null || request.getDispatcherType() == DispatcherType.ERROR) return;
        if (!(authentication.getPrincipal() instanceof SignedIn person)) return;
        // Asked for only when a whole page is rendered: fragments and the API do without.
        model.addAttribute("me", new LazyContextVariable<Me>() {
            @Override
            protected Me loadValue() {
                return me(person, request.getRemoteAddr());
            }
        });
    }

    private Me me(SignedIn person, String address) {
        var actor = new Actor(person.enterprise(), person.member(), person.displayName(), address);
        var centre = sellerCentre.of(actor);
        return new Me(person.displayName(), person.login(), centre.permissions(), centre.platform());
    }
}
