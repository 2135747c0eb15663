package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Presence;
import dev.fenliu.webchat.application.SitAtDesk;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An agent chooses 在線 or 掛斷. */
@Controller
@RequestMapping("/webchat/presence")
class DeskPresenceController {
    private static final Pattern DESK = Pattern.compile("/webchat(/conversations/\\d{1,20})?");

    private final SitAtDesk desk;
    private final DeskPages pages;
    private final Clock clock;

    DeskPresenceController(SitAtDesk desk, DeskPages pages, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping
    String choose(Actor me, @RequestParam Presence state, @RequestParam(defaultValue = "") String back) {
        desk.choose(me, state, clock.instant());
        return "redirect:" + (leavesUnread(me, state) ? "/webchat/unread" : here(back));
    }

    @HxRequest
    @PostMapping
    String chooseHere(
            Actor me, @RequestParam Presence state, @RequestParam(defaultValue = "") String back, Model model) {
        desk.choose(me, state, clock.instant());
        model.addAttribute("presence", state);
        model.addAttribute("here", here(back));
        if (leavesUnread(me, state)) {
            pages.unread(me, false, model);
        }
        return "webchat/forward :: chosen";
    }

    private boolean leavesUnread(Actor me, Presence state) {
        return state == Presence.HIDDEN && pages.unreadCount(me) > 0;
    }

    private static String here(String back) {
        return DESK.matcher(back).matches() ? back : "/webchat";
    }
}
