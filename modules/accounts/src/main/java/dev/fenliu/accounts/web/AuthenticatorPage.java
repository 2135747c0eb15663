package dev.fenliu.accounts.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.application.MySecondFactor;
import dev.fenliu.accounts.application.SignedIn;
import dev.fenliu.accounts.domain.RecoveryCode;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets up the authenticator app of a member, shows their recovery codes once, and takes it away again. */
@Controller
@RequestMapping("/platform/account/authenticator")
class AuthenticatorPage {
    private static final String VIEW = "accounts/authenticator";

    private final MySecondFactor factor;
    private final Clock clock;

    AuthenticatorPage(MySecondFactor factor, Clock clock) {
        this.factor = factor;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("factor", factor.of(actor));
        factor.proposed(actor).ifPresent(secret -> {
            var key = Base32.toBase32String(secret.toArray()).replace("=", "");
            model.addAttribute("key", key.replaceAll("(.{4})(?=.)", "$1 "));
            model.addAttribute("qr", QrPath.of(address(me.login(), key)));
        });
        return VIEW;
    }

    @PostMapping
    String propose(
            Actor actor,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String current,
            Model model,
            HttpServletResponse response) {
        try {
            factor.propose(actor, current);
            return "redirect:/platform/account/authenticator";
        } catch (Refusal refusal) {
            return mend(refusal, actor, me, model, response);
        }
    }

    @PostMapping("/confirmation")
    String confirm(
            Actor actor,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        return codes(() -> factor.confirm(actor, code, clock.instant()), actor, me, model, response);
    }

    @PostMapping("/recovery-codes")
    String renew(
            Actor actor,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String current,
            Model model,
            HttpServletResponse response) {
        return codes(() -> factor.renewCodes(actor, current, clock.instant()), actor, me, model, response);
    }

    @PostMapping("/removal")
    String remove(
            Actor actor,
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String current,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            factor.remove(actor, current, clock.instant());
        } catch (Refusal refusal) {
            return mend(refusal, actor, me, model, response);
        }
        redirect.addFlashAttribute("notice", "account.authenticator.removed");
        return "redirect:/platform/account/security";
    }

    /** Answers with the page itself: codes that travelled through a redirect would be kept in the session. */
    private String codes(
            Supplier<List<RecoveryCode>> made, Actor actor, SignedIn me, Model model, HttpServletResponse response) {
        try {
            model.addAttribute(
                    "codes", made.get().stream().map(RecoveryCode::inParts).toList());
        } catch (Refusal refusal) {
            return mend(refusal, actor, me, model, response);
        }
        return show(actor, me, model);
    }

    private String mend(Refusal refusal, Actor actor, SignedIn me, Model model, HttpServletResponse response) {
        var problem = FormProblem.of(refusal);
        model.addAttribute("problem", problem);
        problem.answer(response);
        return show(actor, me, model);
    }

    // What authenticator apps read: https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    private static String address(String login, String key) {
        var label = URLEncoder.encode("Fenliu:" + login, UTF_8).replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + key + "&issuer=Fenliu";
    }
}
