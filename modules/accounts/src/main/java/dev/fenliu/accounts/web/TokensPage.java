package dev.fenliu.accounts.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.Scope;
import dev.fenliu.accounts.application.GiveTokens;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The API tokens of the enterprise: given out, listed and taken back. */
@Controller
@RequestMapping("/platform/account/tokens")
class TokensPage {
    private final GiveTokens tokens;
    private final Clock clock;

    TokensPage(GiveTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("form", new TokenForm("", Set.of()));
        return page(actor, model);
    }

    /** Answers with the page itself: a token that travelled through a redirect would be kept in the session. */
    @PostMapping
    String give(
            Actor actor,
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult binding,
            Model model,
            HttpServletResponse response) {
        var problem = binding.hasErrors() ? FormProblem.of(binding) : give(actor, form, model);
        if (problem == null) {
            model.addAttribute("form", new TokenForm("", Set.of()));
        } else {
            model.addAttribute("problem", problem);
            problem.answer(response);
        }
        return page(actor, model);
    }

    @PostMapping("/{id}/revocation")
    String takeBack(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        tokens.takeBack(actor, id, clock.instant());
        redirect.addFlashAttribute("notice", "account.tokens.taken-back");
        return "redirect:/platform/account/tokens";
    }

    private @Nullable FormProblem give(Actor actor, TokenForm form, Model model) {
        try {
            model.addAttribute("secret", tokens.give(actor, form.name(), form.known(), clock.instant()));
            return null;
        } catch (Refusal refusal) {
            return FormProblem.of(refusal);
        }
    }

    private String page(Actor actor, Model model) {
        var may = tokens.mayGive(actor);
        model.addAttribute("may", may);
        if (may) model.addAttribute("tokens", tokens.list(actor));
        model.addAttribute("allScopes", Scope.values());
        return "accounts/tokens";
    }

    record TokenForm(
            @NotBlank @OneLine @Size(max = 100) String name,
            @Size(max = 20) Set<String> scopes) {
        TokenForm {
            name = name == null ? "" : name.strip();
            scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
        }

        Set<Scope> known() {
            return Arrays.stream(Scope.values())
                    .filter(it -> scopes.contains(it.name()))
                    .collect(toUnmodifiableSet());
        }
    }
}
