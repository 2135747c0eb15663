package dev.fenliu.chatgroups;

import dev.fenliu.accounts.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a shop would distribute its chats by settings and groups that somebody only thinks of. */
public interface DraftedSetups {
    /**
     * The draft as a setup, held to the rules of a real change and refused where that would be, by whoever may make one.
     * Nothing is changed.
     */
    ShopSetup draft(Actor actor, String shopIdOrName, Draft draft);

    /**
     * What somebody thinks of; what is null is as it is.
     *
     * @param groups all of them, in place of the shop's own
     */
    record Draft(
            @Nullable Boolean enabled,
            @Nullable Boolean includeMain,
            @Nullable Integer cap,
            @Nullable TieBreak tieBreak,
            @Nullable List<Group> groups) {}

    /**
     * A group of the draft.
     *
     * @param name null where it does not matter
     * @param sources their codes
     * @param members ids or sign-in names
     */
    record Group(@Nullable String name, List<String> sources, List<String> members) {}
}
