package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.application.Acting;
import dev.fenliu.webchat.application.FindTargets;
import dev.fenliu.webchat.application.LineView;
import dev.fenliu.webchat.application.ReadConversations;
import dev.fenliu.webchat.application.SearchConversations;
import dev.fenliu.webchat.application.SitAtDesk;
import dev.fenliu.webchat.application.ThreadView;
import dev.fenliu.webchat.domain.Position;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the desk's page and its parts. */
@Component
class DeskPages {
    private final ReadConversations conversations;
    private final SearchConversations search;
    private final FindTargets targets;
    private final SitAtDesk desk;
    private final Words words;
    private final Clock clock;

    DeskPages(
            ReadConversations conversations,
            SearchConversations search,
            FindTargets targets,
            SitAtDesk desk,
            Words words,
            Clock clock) {
        this.conversations = conversations;
        this.search = search;
        this.targets = targets;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    /** The whole page with nothing open. */
    String desk(Actor me, ListWish wish, Locale locale, Model model) {
        frame(me, wish, locale, model);
        model.addAttribute("thread", null);
        model.addAttribute("here", "/webchat");
        return "webchat/desk";
    }

    /** The whole page with a conversation open. */
    String conversation(Actor me, ConversationId id, @Nullable Position before, Locale locale, Model model) {
        frame(me, ListWish.ALL, locale, model);
        pane(me, id, before, model);
        model.addAttribute("selected", id);
        model.addAttribute("here", "/webchat/conversations/" + id);
        return "webchat/desk";
    }

    /** An open conversation by itself. */
    String pane(Actor me, ConversationId id, @Nullable Position before, Model model) {
        var thread = conversations.thread(me, id, before);
        model.addAttribute("thread", thread);
        model.addAttribute("lines", thread.lines());
        model.addAttribute("upTo", lastLine(thread));
        model.addAttribute("base", "/webchat/conversations/" + id);
        model.addAttribute("key", UUID.randomUUID().toString());
        about(me, model);
        return "webchat/thread :: pane";
    }

    String lines(Actor me, List<LineView> lines, Model model) {
        model.addAttribute("lines", lines);
        about(me, model);
        return "webchat/thread :: lines";
    }

    void list(Actor me, ListWish wish, Model model) {
        var words = wish.words();
        if (words == null) {
            var list = conversations.desk(me, wish.deskFilter(), wish.after());
            model.addAttribute("rows", list.items());
            model.addAttribute("next", list.next());
            model.addAttribute("counts", list.counts());
        } else {
            var found = search.search(me, words, wish.before());
            model.addAttribute("rows", found.items());
            model.addAttribute("found", found.lines());
            model.addAttribute("next", found.next());
            model.addAttribute("counts", conversations.counts(me.enterprise(), me.me()));
        }
        model.addAttribute("wish", wish);
        about(me, model);
    }

    /** How many wait unread for somebody who hides or leaves, and who could take them. */
    void unread(Actor me, boolean leaving, Model model) {
        model.addAttribute("unread", unreadCount(me));
        model.addAttribute("leaving", leaving);
        model.addAttribute("unreadTargets", targets.ofUnread(Acting.self(me)));
    }

    int unreadCount(Actor me) {
        return conversations.counts(me.enterprise(), me.me()).unread();
    }

    private void frame(Actor me, ListWish wish, Locale locale, Model model) {
        var frame = desk.frame(me, clock.instant());
        model.addAttribute("presence", frame.presence());
        model.addAttribute("zone", frame.zone());
        model.addAttribute("patience", frame.patience().toSeconds());
        list(me, wish, model);
        model.addAttribute("title", words.of("desk.title", locale));
        model.addAttribute("exit", "/webchat/leaving");
    }

    private void about(Actor me, Model model) {
        model.addAttribute("agent", me.me());
        if (!model.containsAttribute("zone")) {
            model.addAttribute("zone", desk.zone(me));
        }
    }

    private static @Nullable String lastLine(ThreadView thread) {
        return thread.lines().isEmpty() ? null : thread.lines().getLast().id().toString();
    }
}
