package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.KnowBuyers;
import dev.fenliu.webchat.application.SitAtDesk;
import dev.fenliu.webchat.application.ThreadView;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A conversation and what is known about its buyer, on the desk or, only to look at, on the platform. */
@Component
class ConversationPages {
    private final DeskPages deskPages;
    private final OverviewPages overviewPages;
    private final KnowBuyers buyers;
    private final SitAtDesk desk;

    ConversationPages(DeskPages deskPages, OverviewPages overviewPages, KnowBuyers buyers, SitAtDesk desk) {
        this.deskPages = deskPages;
        this.overviewPages = overviewPages;
        this.buyers = buyers;
        this.desk = desk;
    }

    /** Refuses whoever may not see all conversations of that shop. */
    void requireOverseer(Actor me, ConversationId id) {
        overviewPages.requireOverseer(me, id);
    }

    String whole(Actor me, String where, ConversationId id, Locale locale, Model model) {
        return where.equals("platform")
                ? overviewPages.conversation(me, id, null, model)
                : deskPages.conversation(me, id, null, locale, model);
    }

    String file(Actor me, String where, ConversationId id, Model model) {
        model.addAttribute("file", buyers.of(me, id));
        model.addAttribute("base", address(where, id));
        about(me, model);
        return "webchat/buyer :: file";
    }

    void earlier(ThreadView thread, Actor me, String where, ConversationId id, Model model) {
        model.addAttribute("thread", thread);
        model.addAttribute("lines", thread.lines());
        model.addAttribute("back", address(where, id));
        about(me, model);
    }

    String back(String where, ConversationId id) {
        return "redirect:" + address(where, id);
    }

    private void about(Actor me, Model model) {
        model.addAttribute("agent", me.me());
        model.addAttribute("zone", desk.zone(me));
    }

    private static String address(String where, ConversationId id) {
        return "/" + where + "/conversations/" + id;
    }
}
