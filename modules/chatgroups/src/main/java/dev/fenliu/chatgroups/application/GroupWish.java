package dev.fenliu.chatgroups.application;

import dev.fenliu.chatgroups.ChatSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as somebody wishes it; in a change, what is null stays as it is.
 *
 * @param members ids or sign-in names
 * @param seen the group as the asker knows it; null for whoever wishes it whatever it is now
 */
public record GroupWish(
        @Nullable String name,
        @Nullable Collection<ChatSource> sources,
        @Nullable List<String> members,
        @Nullable GroupPrint seen) {
    public GroupWish(String name, Collection<ChatSource> sources, List<String> members) {
        this(name, sources, members, null);
    }
}
