package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Refusal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file: a member as somebody typed them.
 *
 * @param line where it stands in the file
 * @param roles such as {@code 聊聊客服@*; 財務@賣場A}
 * @param problem why it is refused; null unless it is
 */
public record ImportRow(
        int line,
        String login,
        String name,
        String email,
        String phone,
        String roles,
        State state,
        @Nullable Problem problem) {
    private static final int SHOWN = 40;

    /** What became of a line. */
    public enum State {
        READY,
        REFUSED,
        CREATED
    }

    /**
     * The refusal of a line.
     *
     * @param about what its sentence mentions
     */
    public record Problem(String code, @Nullable String about) {
        static Problem of(Refusal refusal) {
            var about = refusal.arguments().isEmpty()
                    ? null
                    : String.valueOf(refusal.arguments().getFirst());
            return new Problem(refusal.code(), about);
        }
    }

    /** As it stands in the file, not looked at yet. */
    public static ImportRow typed(int line, String login, String name, String email, String phone, String roles) {
        return new ImportRow(
                line, login.strip(), name.strip(), email.strip(), phone.strip(), roles.strip(), State.READY, null);
    }

    public ImportRow refused(Refusal refusal) {
        return new ImportRow(line, login, name, email, phone, roles, State.REFUSED, Problem.of(refusal));
    }

    public ImportRow created() {
        return new ImportRow(line, login, name, email, phone, roles, State.CREATED, null);
    }

    /** Longer than any roles that somebody holds: what a line keeps of them. */
    public static final int LONGEST_ROLES = 2_000;

    MemberWish wish() {
        return new MemberWish(name, email, phone, null, grants());
    }

    /** Throws {@link RolesUnreadable}. */
    List<GrantWish> grants() {
        if (roles.length() > LONGEST_ROLES) throw new RolesUnreadable(roles.substring(0, SHOWN) + "…");
        return Arrays.stream(roles.split("[;；\n]", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(ImportRow::grant)
                .toList();
    }

    private static GrantWish grant(String text) {
        var at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1) throw new RolesUnreadable(text);
        return new GrantWish(
                text.substring(at + 1).strip(), text.substring(0, at).strip());
    }
}
