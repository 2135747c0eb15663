package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.routing.UnknownConversation;
import dev.fenliu.webchat.application.RateConversations;
import dev.fenliu.webchat.application.SeeAnswers;
import dev.fenliu.webchat.application.VisitShops;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Rating;
import dev.fenliu.webchat.domain.Visitor;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What else a buyer does in the panel: look at answers, and say how good the chat was. */
@Controller
@RequestMapping("/store/{shop}/chat")
class PanelController {
    private final VisitShops visits;
    private final SeeAnswers seeing;
    private final RateConversations rating;
    private final Storefront storefront;
    private final Words words;
    private final Clock clock;

    PanelController(
            VisitShops visits,
            SeeAnswers seeing,
            RateConversations rating,
            Storefront storefront,
            Words words,
            Clock clock) {
        this.visits = visits;
        this.seeing = seeing;
        this.rating = rating;
        this.storefront = storefront;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(
            @PathVariable ShopId shop,
            @RequestParam Position upTo,
            @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret) {
        seeing.see(visits.shop(shop).enterprise(), shop, buyer(secret), upTo, clock.instant());
    }

    @PostMapping("/rating")
    String rate(
            @PathVariable ShopId shop,
            @RequestParam ConversationId conversation,
            @RequestParam(defaultValue = "0") int score,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String page,
            @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var from = StorePage.at(page);
        try {
            rate(shop, conversation, score, comment, secret);
            return "redirect:" + Storefront.address(from, shop) + "?chat=open";
        } catch (Refusal refusal) {
            response.setStatus(Words.status(refusal).value());
            model.addAttribute("ratingRefused", words.of(refusal, locale));
            model.addAttribute("comment", comment);
            model.addAttribute("open", true);
            return storefront.show(from, visits.visit(shop, buyer(secret), null), locale, model);
        }
    }

    @HxRequest
    @PostMapping("/rating")
    String rateHere(
            @PathVariable ShopId shop,
            @RequestParam ConversationId conversation,
            @RequestParam(defaultValue = "0") int score,
            @RequestParam(defaultValue = "") String comment,
            @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret) {
        rate(shop, conversation, score, comment, secret);
        return "webchat/chat :: thanks";
    }

    private void rate(ShopId shop, ConversationId conversation, int score, String comment, @Nullable String secret) {
        var enterprise = visits.shop(shop).enterprise();
        rating.rate(enterprise, shop, buyer(secret), conversation, Rating.of(score, comment), clock.instant());
    }

    private static String buyer(@Nullable String secret) {
        return Visitor.known(secret).map(Visitor::externalId).orElseThrow(UnknownConversation::new);
    }
}
