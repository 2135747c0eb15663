package dev.fenliu.webchat.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fenliu.routing.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells one side that the other is typing. Only shown: it is never stored, reaches the screens of this instance, and asks
 * the database at most once every few seconds whom to tell, however fast somebody types.
 */
@Component
class Typing {
    private static final Duration REMEMBERED = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST = 50_000;

    /** Whom to tell; nobody where the other side is not there. */
    record Route(@Nullable Reader to, ConversationId conversation) {}

    private final Screens screens;
    private final Cache<Object, Route> routes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    private final Cache<Object, Boolean> lately =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(PAUSE).build();

    Typing(Screens screens) {
        this.screens = screens;
    }

    /**
     * Somebody types.
     *
     * @param who the same for the same person in the same conversation
     * @param look finds out whom to tell; may refuse
     */
    void heard(Object who, Supplier<Optional<Route>> look) {
        if (lately.asMap().putIfAbsent(who, true) != null) {
            return;
        }
        var route = routes.getIfPresent(who);
        if (route == null) {
            route = look.get().orElse(null);
            if (route == null) {
                return;
            }
            routes.put(who, route);
        }
        if (route.to() != null) {
            screens.tell(route.to(), List.of(new Hint.Typing(route.conversation())));
        }
    }
}
