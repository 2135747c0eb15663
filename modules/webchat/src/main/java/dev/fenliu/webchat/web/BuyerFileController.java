package dev.fenliu.webchat.web;

import dev.fenliu.accounts.Actor;
import dev.fenliu.accounts.Refusal;
import dev.fenliu.routing.ConversationId;
import dev.fenliu.webchat.NoteId;
import dev.fenliu.webchat.application.BlockBuyers;
import dev.fenliu.webchat.application.KnowBuyers;
import dev.fenliu.webchat.application.ReadConversations;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What agents know about a buyer: notes, earlier conversations, whether they may write. The same beside a thread on the
 * desk and where conversations are only looked at.
 */
@Controller
@RequestMapping("/{where:webchat|platform}/conversations/{id}")
class BuyerFileController {
    private final KnowBuyers buyers;
    private final BlockBuyers blocking;
    private final ReadConversations conversations;
    private final ConversationPages pages;
    private final Words words;
    private final Clock clock;

    BuyerFileController(
            KnowBuyers buyers,
            BlockBuyers blocking,
            ReadConversations conversations,
            ConversationPages pages,
            Words words,
            Clock clock) {
        this.buyers = buyers;
        this.blocking = blocking;
        this.conversations = conversations;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    // What an agent knows of their own conversations is at the desk; the platform is for those who may see all.
    @ModelAttribute
    void admit(Actor me, @PathVariable String where, @PathVariable ConversationId id) {
        if (where.equals("platform")) pages.requireOverseer(me, id);
    }

    /** The whole page, for whoever has no scripts. */
    @GetMapping("/about")
    String about(Actor me, @PathVariable String where, @PathVariable ConversationId id, Locale locale, Model model) {
        pages.file(me, where, id, model);
        return pages.whole(me, where, id, locale, model);
    }

    @HxRequest
    @GetMapping("/about")
    String aboutHere(Actor me, @PathVariable String where, @PathVariable ConversationId id, Model model) {
        return pages.file(me, where, id, model);
    }

    @GetMapping("/earlier/{earlier}")
    String earlier(
            Actor me,
            @PathVariable String where,
            @PathVariable ConversationId id,
            @PathVariable ConversationId earlier,
            Model model) {
        pages.earlier(conversations.earlier(me, id, earlier), me, where, id, model);
        return "webchat/earlier";
    }

    @HxRequest
    @GetMapping("/earlier/{earlier}")
    String earlierHere(
            Actor me,
            @PathVariable String where,
            @PathVariable ConversationId id,
            @PathVariable ConversationId earlier,
            Model model) {
        pages.earlier(conversations.earlier(me, id, earlier), me, where, id, model);
        return "webchat/earlier :: main";
    }

    @PostMapping("/notes")
    String note(
            Actor me,
            @PathVariable String where,
            @PathVariable ConversationId id,
            @RequestParam(defaultValue = "") String text,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            buyers.note(me, id, text, clock.instant());
            return pages.back(where, id);
        } catch (Refusal refusal) {
            model.addAttribute("noteDraft", text);
            return refused(refusal, me, where, id, locale, response, model);
        }
    }

    @HxRequest
    @PostMapping("/notes")
    String noteHere(
            Actor me,
            @PathVariable String where,
            @PathVariable ConversationId id,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        buyers.note(me, id, text, clock.instant());
        return pages.file(me, where, id, model);
    }

    @PostMapping("/notes/{note}")
    String change(
            Actor me,
            @PathVariable String where,
            @PathVariable ConversationId id,
            @PathVariable NoteId note,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean remove,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            changeOrRemove(me, id, note, text, remove);
            return pages.back(where, id);
        } catch (Refusal refusal) {
            return refused(refusal, me, where, id, locale, response, model);
        }
    }

    @HxRequest
    @PostMapping("/notes/{note}")
    String changeHere(
            Actor me,
            @PathVariable String where,
            @PathVariable ConversationId id,
            @PathVariable NoteId note,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean remove,
            Model model) {
        changeOrRemove(me, id, note, text, remove);
        return pages.file(me, where, id, model);
    }

    private void changeOrRemove(Actor me, ConversationId id, NoteId note, String text, boolean remove) {
        if (remove) {
            buyers.remove(me, id, note);
        } else {
            buyers.change(me, id, note, text, clock.instant());
        }
    }

    @PostMapping("/{decision:blocking|unblocking}")
    String block(Actor me, @PathVariable String where, @PathVariable ConversationId id, @PathVariable String decision) {
        decide(me, id, decision);
        return pages.back(where, id);
    }

    @HxRequest
    @PostMapping("/{decision:blocking|unblocking}")
    String blockHere(
            Actor me,
            @PathVariable String where,
            @PathVariable ConversationId id,
            @PathVariable String decision,
            Model model) {
        decide(me, id, decision);
        return pages.file(me, where, id, model);
    }

    private void decide(Actor me, ConversationId id, String decision) {
        if (decision.equals("blocking")) {
            blocking.block(me, id, clock.instant());
        } else {
            blocking.unblock(me, id, clock.instant());
        }
    }

    private String refused(
            Refusal refusal,
            Actor me,
            String where,
            ConversationId id,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("fileRefused", words.of(refusal, locale));
        pages.file(me, where, id, model);
        var view = pages.whole(me, where, id, locale, model);
        response.setStatus(Words.status(refusal).value());
        return view;
    }
}
