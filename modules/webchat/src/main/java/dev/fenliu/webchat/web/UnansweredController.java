package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.HearOfUnanswered;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells owners which of their conversations ended although the buyer spoke last. */
@Controller
@RequestMapping("/webchat/unanswered")
class UnansweredController {
    private final HearOfUnanswered hearing;

    UnansweredController(HearOfUnanswered hearing) {
        this.hearing = hearing;
    }

    @GetMapping
    String strip(Actor me, Model model) {
        model.addAttribute("unanswered", hearing.of(me));
        return "webchat/unanswered :: strip";
    }

    @PostMapping
    String noticed(Actor me, @RequestParam(defaultValue = "") List<ConversationId> chats) {
        hearing.noticed(me, chats);
        return "redirect:/webchat";
    }

    @HxRequest
    @PostMapping
    String noticedHere(Actor me, @RequestParam(defaultValue = "") List<ConversationId> chats, Model model) {
        hearing.noticed(me, chats);
        return strip(me, model);
    }
}
