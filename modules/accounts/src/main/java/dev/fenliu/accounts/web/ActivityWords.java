package dev.fenliu.accounts.web;

import static java.util.stream.Collectors.joining;

import dev.fenliu.accounts.domain.ActivityLog.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says lines of the activity log in the reader's language; what has no words is said as it was written. */
@Component
class ActivityWords {
    private static final String FIELD = "activities.field.";

    /** The order in which people read what changed. */
    private static final List<String> ORDER = List.of(
            "name",
            "login",
            "description",
            "sources",
            "members",
            "OUTSIDE_HOURS",
            "NOBODY_ONLINE",
            "FIRST_MESSAGE",
            "MONDAY",
            "TUESDAY",
            "WEDNESDAY",
            "THURSDAY",
            "FRIDAY",
            "SATURDAY",
            "SUNDAY");

    /** Values that are codes, and where their words are. */
    private static final Map<String, String> CODED = Map.of(
            "permissions", "permission.",
            "scopes", "account.scope.",
            "region", "region.",
            "sources", "source.",
            "status", "activities.status.",
            "enabled", "activities.switch.",
            "includeMain", "activities.switch.",
            "tieBreak", "chatgroups.tie-break.",
            "language", "activities.language.");

    private final MessageSource messages;
    private final RoleWords roles;

    ActivityWords(MessageSource messages, RoleWords roles) {
        this.messages = messages;
        this.roles = roles;
    }

    String action(String code, Locale language) {
        return said("activity." + code, code, language);
    }

    /** What differs between before and after. */
    List<Changed> changes(Line line, Locale language) {
        return Stream.concat(line.before().keySet().stream(), line.after().keySet().stream())
                .distinct()
                .filter(it ->
                        !Objects.equals(line.before().get(it), line.after().get(it)))
                .sorted(Comparator.comparingInt(ActivityWords::place).thenComparing(it -> it))
                .map(it -> new Changed(
                        said(FIELD + it, it, language),
                        value(it, line.before(), language),
                        value(it, line.after(), language)))
                .toList();
    }

    private static int place(String field) {
        return ORDER.contains(field) ? ORDER.indexOf(field) : ORDER.size();
    }

    private String value(String field, Map<String, String> values, Locale language) {
        var value = values.getOrDefault(field, "");
        if (field.equals("roles") && !value.isEmpty()) {
            return Stream.of(value.split(", ", -1))
                    .map(it -> role(it, language))
                    .collect(joining(said("activities.comma", ", ", language)));
        }
        var prefix = CODED.get(field);
        if (prefix == null || value.isEmpty()) return value;
        return Stream.of(value.split(", "))
                .map(it -> said(prefix + it, it, language))
                .collect(joining(said("activities.comma", ", ", language)));
    }

    // Such as 聊聊客服@*.
    private String role(String held, Locale language) {
        var at = held.indexOf('@');
        if (at < 0) return held;
        var shop = held.substring(at + 1);
        return roles.named(held.substring(0, at), language)
                + "@"
                + (shop.equals("*") ? said("members.everywhere", "*", language) : shop);
    }

    private String said(String key, String otherwise, Locale language) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, language), otherwise);
    }

    /**
     * One value of what was changed.
     *
     * @param before empty if there was none
     * @param after empty if there is none any more
     */
    record Changed(String field, String before, String after) {
        String inOneLine() {
            return field + ": " + (before.isEmpty() ? after : before + " → " + after);
        }
    }
}
