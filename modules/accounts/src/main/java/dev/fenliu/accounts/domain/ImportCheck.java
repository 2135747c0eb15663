package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Ids;
import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.MemberId;
import dev.fenliu.accounts.NotAllowed;
import dev.fenliu.accounts.Permission;
import dev.fenliu.accounts.domain.Members.Contact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks at the lines of a file as the form would at each of them; within the file a sign-in name is taken once as well. */
public final class ImportCheck {
    private final Authority giver;
    private final Map<String, Integer> seen = new HashMap<>();

    public ImportCheck(Authority giver) {
        this.giver = giver;
    }

    /** Who the line makes. Throws whatever refusal the form would show. */
    public Draft draft(ImportRow row, Ids ids, Instant now) {
        requireManager();
        var login = new LoginId(row.login());
        var before = seen.putIfAbsent(login.value().toLowerCase(Locale.ROOT), row.line());
        if (before != null) throw new LoginTwice(before);
        var enterprise = giver.enterprise();
        var full = enterprise.enterprise().code() + ":" + login;
        if (enterprise.memberNamed(full).isPresent()) throw new LoginTaken(login.value());
        var wish = row.wish();
        var blank = new Member(new MemberId(ids.next()), enterprise.enterprise().id(), full, "", false, true, now);
        return new Draft(
                wish.appliedTo(blank), login, wish.appliedTo(Contact.NONE), GrantWish.granted(row.grants(), giver));
    }

    /** A member who can be created. */
    public record Draft(Member member, LoginId login, Contact contact, List<Grant> grants) {}

    private void requireManager() {
        var who = giver.who();
        if (who != null && !giver.enterprise().allowsSomewhere(who, Permission.MANAGE_MEMBERS)) throw new NotAllowed();
    }
}
