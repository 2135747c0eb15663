package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.ReplyId;
import dev.fenliu.webchat.application.KeepReplies;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Quick replies (快速回覆): at hand in a conversation, a member's own, and a shop's. */
@Controller
class QuickRepliesController {
    private static final String OWN = "/webchat/replies";
    private static final String OF_SHOPS = "/platform/replies";

    private final KeepReplies keeping;
    private final Words words;

    QuickRepliesController(KeepReplies keeping, Words words) {
        this.keeping = keeping;
        this.words = words;
    }

    @GetMapping("/webchat/conversations/{id}/replies")
    String atHand(Actor me, @PathVariable ConversationId id, Model model) {
        model.addAttribute("ready", keeping.atHand(me, id));
        return "webchat/replies :: hand";
    }

    @GetMapping(OWN)
    String own(Actor me, Model model) {
        model.addAttribute("replies", keeping.own(me));
        model.addAttribute("base", OWN);
        return "webchat/own-replies";
    }

    @GetMapping(OF_SHOPS)
    String ofShop(Actor me, @RequestParam(required = false) @Nullable ShopId shop, Model model) {
        var shops = keeping.shops(me);
        var chosen = shop == null ? shops.getFirst().id() : shop;
        model.addAttribute("replies", keeping.ofShop(me, chosen));
        model.addAttribute("shops", shops);
        model.addAttribute("shop", chosen);
        model.addAttribute("base", OF_SHOPS);
        return "webchat/shop-replies";
    }

    @PostMapping(OWN)
    String addOwn(
            Actor me,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            keeping.add(me, null, title, text);
            return "redirect:" + OWN;
        } catch (Refusal refusal) {
            refused(refusal, title, text, locale, response, model);
            return own(me, model);
        }
    }

    @PostMapping(OWN + "/{id}")
    String changeOwn(
            Actor me,
            @PathVariable ReplyId id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean remove) {
        changeOrRemove(me, null, id, title, text, remove);
        return "redirect:" + OWN;
    }

    @PostMapping(OF_SHOPS)
    String addOfShop(
            Actor me,
            @RequestParam ShopId shop,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            keeping.add(me, shop, title, text);
            return "redirect:" + OF_SHOPS + "?shop=" + shop;
        } catch (Refusal refusal) {
            refused(refusal, title, text, locale, response, model);
            return ofShop(me, shop, model);
        }
    }

    @PostMapping(OF_SHOPS + "/{id}")
    String changeOfShop(
            Actor me,
            @PathVariable ReplyId id,
            @RequestParam ShopId shop,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean remove) {
        changeOrRemove(me, shop, id, title, text, remove);
        return "redirect:" + OF_SHOPS + "?shop=" + shop;
    }

    private void changeOrRemove(
            Actor me, @Nullable ShopId shop, ReplyId id, String title, String text, boolean remove) {
        if (remove) {
            keeping.remove(me, shop, id);
        } else {
            keeping.change(me, shop, id, title, text);
        }
    }

    private void refused(
            Refusal refusal, String title, String text, Locale locale, HttpServletResponse response, Model model) {
        response.setStatus(Words.status(refusal).value());
        model.addAttribute("refused", words.of(refusal, locale));
        model.addAttribute("draftTitle", title);
        model.addAttribute("draftText", text);
    }
}
