package dev.fenliu.accounts.web;

import dev.fenliu.accounts.domain.Role;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What roles are called: the built-in ones in the reader's language, all others as their enterprise calls them. */
@Component
class RoleWords {
    private static final Map<String, String> BUILT_IN = Map.of(
            "管理員", "administrator",
            "營運", "operations",
            "倉庫管理員", "warehouse",
            "財務", "finance",
            "聊聊客服", "agent");

    private final MessageSource messages;

    RoleWords(MessageSource messages) {
        this.messages = messages;
    }

    String name(Role role, Locale language) {
        var code = role.builtIn() ? BUILT_IN.get(role.name()) : null;
        return code == null ? role.name() : messages.getMessage("role." + code, null, language);
    }

    /** The same for a name as it was written down: whoever made a role may have called it anything. */
    String named(String stored, Locale language) {
        var code = BUILT_IN.get(stored);
        return code == null ? stored : messages.getMessage("role." + code, null, language);
    }

    String description(Role role, Locale language) {
        var code = role.builtIn() ? BUILT_IN.get(role.name()) : null;
        return code == null ? role.description() : messages.getMessage("role." + code + ".text", null, language);
    }
}
