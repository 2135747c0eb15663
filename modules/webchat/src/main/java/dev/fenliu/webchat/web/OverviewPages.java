package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.OverseeConversations;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.SitAtDesk;
import dev.fenliu.webchat.domain.Position;
import dev.fenliu.webchat.domain.StateFilter;
import dev.fenliu.webchat.domain.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages on which conversations of others are only looked at. */
@Component
class OverviewPages {
    private static final int PAGE = 50;

    private final ReadConversations conversations;
    private final OverseeConversations overseeing;
    private final SitAtDesk desk;

    OverviewPages(ReadConversations conversations, OverseeConversations overseeing, SitAtDesk desk) {
        this.conversations = conversations;
        this.overseeing = overseeing;
        this.desk = desk;
    }

    String list(Actor me, Wanted wanted, @Nullable ConversationId before, Model model) {
        var scope = overseeing.scope(me, wanted);
        var slice = conversations.search(me, scope.wanted(), before, PAGE);
        model.addAttribute("scope", scope);
        model.addAttribute("states", StateFilter.values());
        model.addAttribute("total", conversations.count(me, scope.wanted()));
        model.addAttribute("rows", slice.items());
        model.addAttribute("next", slice.next());
        model.addAttribute("zone", desk.zone(me));
        return "webchat/overview";
    }

    void requireOverseer(Actor me, ConversationId id) {
        overseeing.scope(me, new Wanted(conversations.conversation(me, id).shop(), null, null));
    }

    String conversation(Actor me, ConversationId id, @Nullable Position before, Model model) {
        var thread = conversations.thread(me, id, before);
        var conversation = thread.conversation();
        model.addAttribute("scope", overseeing.scope(me, new Wanted(conversation.shop(), null, null)));
        model.addAttribute("thread", thread);
        model.addAttribute("lines", thread.lines());
        model.addAttribute("mayReassign", overseeing.mayReassign(me, conversation));
        model.addAttribute("base", "/platform/conversations/" + id);
        model.addAttribute("agent", me.me());
        model.addAttribute("zone", desk.zone(me));
        return "webchat/overseen";
    }
}
