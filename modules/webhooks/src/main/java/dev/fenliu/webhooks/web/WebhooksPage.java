package dev.fenliu.webhooks.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.webhooks.HookId;
import dev.fenliu.webhooks.application.ManageHooks;
import dev.fenliu.webhooks.domain.Topic;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The webhooks of the enterprise: added, listed with what became of their deliveries, and removed. */
@Controller
@RequestMapping("/platform/account/webhooks")
class WebhooksPage {
    private static final int LATEST = 50;

    private final ManageHooks hooks;
    private final Clock clock;

    WebhooksPage(ManageHooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("form", HookForm.EMPTY);
        return page(actor, model);
    }

    /** Answers with the page itself: a secret that travelled through a redirect would be kept in the session. */
    @PostMapping
    String add(Actor actor, @ModelAttribute("form") HookForm form, Model model, HttpServletResponse response) {
        var problem = add(actor, form, model);
        if (problem == null) {
            model.addAttribute("form", HookForm.EMPTY);
        } else {
            model.addAttribute("problem", problem);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(actor, model);
    }

    @GetMapping("/{id}")
    String deliveries(Actor actor, @PathVariable HookId id, Model model) {
        model.addAttribute("hook", hooks.one(actor, id));
        model.addAttribute("deliveries", hooks.deliveries(actor, id, null, LATEST));
        return "webhooks/deliveries";
    }

    @PostMapping("/{id}/deletion")
    String remove(Actor actor, @PathVariable HookId id, RedirectAttributes redirect) {
        hooks.remove(actor, id, clock.instant());
        redirect.addFlashAttribute("notice", "webhooks.removed");
        return "redirect:/platform/account/webhooks";
    }

    private @Nullable Problem add(Actor actor, HookForm form, Model model) {
        try {
            var added = hooks.add(actor, form.url(), form.events(), clock.instant());
            model.addAttribute("secret", added.secret().value());
            return null;
        } catch (Refusal refusal) {
            return Problem.ofForm(refusal);
        }
    }

    private String page(Actor actor, Model model) {
        var may = hooks.mayManage(actor);
        model.addAttribute("may", may);
        if (may) model.addAttribute("hooks", hooks.list(actor));
        model.addAttribute("topics", Topic.values());
        return "webhooks/webhooks";
    }

    record HookForm(String url, List<String> events) {
        static final HookForm EMPTY = new HookForm("", List.of());

        HookForm {
            url = url == null ? "" : url.strip();
            events = events == null ? List.of() : List.copyOf(events);
        }
    }
}
