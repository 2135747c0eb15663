package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.Shop;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.webchat.application.BuyerLine;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.VisitShops;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.Visitor;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buyer's panel: what is written there, and what came since. */
@Controller
@RequestMapping("/store/{shop}/chat")
class ChatController {
    private final VisitShops visits;
    private final ReadConversations conversations;
    private final PanelMessages messages;
    private final Storefront storefront;
    private final Words words;

    ChatController(
            VisitShops visits,
            ReadConversations conversations,
            PanelMessages messages,
            Storefront storefront,
            Words words) {
        this.visits = visits;
        this.conversations = conversations;
        this.messages = messages;
        this.storefront = storefront;
        this.words = words;
    }

    @PostMapping("/messages")
    String write(
            @PathVariable ShopId shop,
            PanelMessage message,
            @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var visitor = Visitor.known(secret).orElseGet(message::writer);
        try {
            messages.receive(visits.shop(shop), visitor, message, locale);
            VisitorCookie.keep(visitor, request, response);
            return "redirect:" + Storefront.address(message.from(), shop) + "?chat=open";
        } catch (Refusal refusal) {
            response.setStatus(Words.status(refusal).value());
            Words.sayWhen(refusal, response);
            model.addAttribute("refused", words.of(refusal, locale));
            model.addAttribute("draft", message.text());
            model.addAttribute("name", message.name());
            model.addAttribute("open", true);
            return storefront.show(message.from(), visits.visit(shop, visitor.externalId(), null), locale, model);
        }
    }

    @HxRequest
    @PostMapping("/messages")
    String writeHere(
            @PathVariable ShopId shop,
            PanelMessage message,
            @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var visitor = Visitor.known(secret).orElseGet(message::writer);
        var in = visits.shop(shop);
        try {
            var received = messages.receive(in, visitor, message, locale);
            VisitorCookie.keep(visitor, request, response);
            var lines =
                    conversations.buyerLinesAfter(in.enterprise(), Map.of(received.conversation(), received.seq() - 1));
            return lines(in, lines, model);
        } catch (Refusal refusal) {
            Words.sayWhen(refusal, response);
            throw refusal;
        }
    }

    @GetMapping("/lines")
    String since(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable Position after,
            @CookieValue(name = Visitor.KEPT_AS, required = false) @Nullable String secret,
            Model model) {
        var in = visits.shop(shop);
        var lines = Visitor.known(secret)
                .map(visitor -> conversations.ofBuyerAfter(in.enterprise(), shop, visitor.externalId(), after))
                .orElse(List.of());
        return lines(in, lines, model);
    }

    private static String lines(Shop shop, List<BuyerLine> lines, Model model) {
        model.addAttribute("shop", shop);
        model.addAttribute("zone", shop.zone());
        model.addAttribute("lines", lines);
        return "webchat/chat :: lines";
    }
}
