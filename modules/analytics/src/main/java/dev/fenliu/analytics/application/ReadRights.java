package dev.fenliu.analytics.application;

import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.ShopId;
import dev.fenliu.analytics.domain.Deed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations behind figures somebody may read now.
 *
 * @param me whose own can be read at the desk; null for a program
 * @param answered the shops in which they answer chats
 * @param overseen the shops whose conversations they may all read (檢視全部對話)
 */
public record ReadRights(@Nullable MemberId me, Set<ShopId> answered, Set<ShopId> overseen) {
    public boolean atDesk(Deed deed) {
        return me != null && me.equals(deed.member()) && answered.contains(deed.shop());
    }

    public boolean onPlatform(Deed deed) {
        return overseen.contains(deed.shop());
    }
}
