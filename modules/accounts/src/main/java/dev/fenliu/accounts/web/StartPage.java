package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.FirstStart;
import dev.fenliu.accounts.application.OpenEnterprise.Opening;
import dev.fenliu.accounts.domain.Region;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneId;
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

/** The first page of a program without an enterprise account, behind the link that is printed when it starts. */
@Controller
@RequestMapping("/start/{link}")
class StartPage {
    private static final String VIEW = "accounts/start";

    private final FirstStart start;
    private final Clock clock;

    StartPage(FirstStart start, Clock clock) {
        this.start = start;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String link, Model model) {
        start.requireGood(link, clock.instant());
        model.addAttribute("form", StartForm.EMPTY);
        return page(link, model);
    }

    @PostMapping
    String open(
            @PathVariable String link,
            @Valid @ModelAttribute("form") StartForm form,
            BindingResult binding,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        start.requireGood(link, clock.instant());
        var problem = binding.hasErrors() ? FormProblem.of(binding) : open(link, form);
        if (problem != null) {
            model.addAttribute("problem", problem);
            problem.answer(response);
            return page(link, model);
        }
        redirect.addFlashAttribute("notice", "start.done");
        redirect.addFlashAttribute("username", form.code() + ":main");
        return "redirect:/login";
    }

    private @Nullable FormProblem open(String link, StartForm form) {
        try {
            NewPassword.requireSame(form.password(), form.repeated());
            start.open(link, form.opening(), clock.instant());
            return null;
        } catch (Refusal refusal) {
            return FormProblem.of(refusal);
        }
    }

    private static String page(String link, Model model) {
        model.addAttribute("link", link);
        model.addAttribute("regions", Region.values());
        return VIEW;
    }

    record StartForm(
            @NotBlank @OneLine @Size(max = 100) String name,
            @NotBlank @Size(max = 32) String code,
            @NotBlank @Size(max = 2) String region,
            @NotBlank @OneLine @Size(max = 100) String mainName,
            String password,
            String repeated) {
        static final StartForm EMPTY = new StartForm("", "", Region.TW.name(), "", "", "");

        StartForm {
            name = stripped(name);
            code = stripped(code);
            region = stripped(region);
            mainName = stripped(mainName);
            password = password == null ? "" : password;
            repeated = repeated == null ? "" : repeated;
        }

        private static String stripped(@Nullable String text) {
            return text == null ? "" : text.strip();
        }

        Opening opening() {
            return new Opening(code, name, zone(), mainName, password);
        }

        private ZoneId zone() {
            return Region.coded(region).orElse(Region.TW).zone();
        }

        @Override
        public String toString() {
            return code;
        }
    }
}
