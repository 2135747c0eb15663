package dev.fenliu.accounts.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.application.MyPasskeys;
import dev.fenliu.accounts.domain.PasskeyUnfit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A member's passkeys. Making one takes the browser's own ceremony, and so a script. */
@Controller
@RequestMapping("/platform/account/passkeys")
class PasskeysPage {
    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_LABEL = 100;

    private final MyPasskeys passkeys;
    private final Clock clock;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final HttpSessionPublicKeyCredentialCreationOptionsRepository begun =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();

    PasskeysPage(MyPasskeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("passkeys", passkeys.of(actor));
        return "accounts/passkeys";
    }

    @PostMapping("/options")
    ResponseEntity<String> begin(
            Actor actor,
            Authentication me,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request,
            HttpServletResponse response) {
        var options = passkeys.begin(actor, me, current);
        begun.save(request, response, options);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsString(options));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> add(
            Actor actor, @RequestBody String body, HttpServletRequest request, HttpServletResponse response) {
        var options = Optional.ofNullable(begun.load(request)).orElseThrow(PasskeyUnfit::new);
        begun.save(request, response, null);
        passkeys.add(actor, options, made(body), clock.instant());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/removal")
    String remove(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        passkeys.remove(actor, id, clock.instant());
        redirect.addFlashAttribute("notice", "account.passkeys.removed");
        return "redirect:/platform/account/passkeys";
    }

    private RelyingPartyPublicKey made(String body) {
        if (body.length() > LONGEST) throw new PasskeyUnfit();
        try {
            var made = json.readValue(body, RelyingPartyPublicKey.class);
            var label = made.getLabel().strip();
            if (label.isEmpty() || label.length() > LONGEST_LABEL) throw new PasskeyUnfit();
            return made;
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new PasskeyUnfit();
        }
    }
}
