package dev.fenliu.analytics.web;

import dev.fenliu.analytics.application.ReadRights;
import dev.fenliu.analytics.domain.Deed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fact as a list shows it.
 *
 * @param at when it was, on its day's clock
 * @param buyer whose conversation it is; null for whoever may not read it
 * @param path where the asker may read it; null for nowhere
 * @param person who is credited; null for nobody
 */
record DeedLine(
        Deed deed,
        String at,
        @Nullable String buyer,
        @Nullable String path,
        String shop,
        @Nullable String person) {
    /** Where the conversation may be read: at the desk one's own, else on the platform; null for nowhere. */
    static @Nullable String path(ReadRights readable, Deed deed) {
        if (readable.atDesk(deed)) return "/webchat/conversations/" + deed.conversation();
        return readable.onPlatform(deed) ? "/platform/conversations/" + deed.conversation() : null;
    }

    /** How long the buyer had waited; null for what is no answer. */
    public @Nullable Spell waited() {
        return deed.kind() == Deed.Kind.REPLIED ? Spell.of(deed.seconds()) : null;
    }

    public String kind() {
        return deed.kind().name().toLowerCase(Locale.ROOT);
    }

    /** What the conversation is called where its buyer may not be named. */
    public String number() {
        return deed.conversation().toString();
    }
}
