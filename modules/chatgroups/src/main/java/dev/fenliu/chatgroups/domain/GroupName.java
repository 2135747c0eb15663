package dev.fenliu.chatgroups.domain;

import java.util.regex.Pattern;

/** What people call a group: 1 to 50 characters, nothing invisible around them. */
public record GroupName(String value) {
    static final int MOST = 50;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern INVISIBLE_AROUND =
            Pattern.compile("^" + INVISIBLE.pattern() + "|" + INVISIBLE.pattern() + "$");
    private static final Pattern BREAKS = Pattern.compile("\\p{Cc}+");

    public GroupName {
        value = INVISIBLE_AROUND.matcher(value).replaceAll("");
        value = BREAKS.matcher(value).replaceAll(" ");
        if (value.isEmpty()) throw new GroupNameMissing();
        if (value.codePointCount(0, value.length()) > MOST) throw new GroupNameTooLong(MOST);
    }

    boolean means(String other) {
        return value.equalsIgnoreCase(other);
    }
}
