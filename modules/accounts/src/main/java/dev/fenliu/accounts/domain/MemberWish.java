package dev.fenliu.accounts.domain;

import dev.fenliu.accounts.Member;
import dev.fenliu.accounts.domain.Members.Contact;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a member is to be from now on; what is null stays as it is. An empty e-mail address or telephone number takes away
 * what there was.
 *
 * @param grants all roles from now on
 */
public record MemberWish(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Boolean active,
        @Nullable List<GrantWish> grants) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_PHONE = 32;
    public static final int MOST_GRANTS = 500;
    // Whether a message arrives is known only by sending one: this refuses what cannot be an address.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}+@[^\\s@\\p{Cntrl}]{1,190}");

    /** Nothing but other roles. */
    public static MemberWish roles(List<GrantWish> grants) {
        return new MemberWish(null, null, null, null, grants);
    }

    /** Nothing but whether they may sign in. */
    public static MemberWish active(boolean active) {
        return new MemberWish(null, null, null, active, null);
    }

    /** Throws {@link MemberNameUnfit}. */
    public Member appliedTo(Member member) {
        return new Member(
                member.id(),
                member.enterprise(),
                member.login(),
                name == null ? member.name() : named(name),
                member.main(),
                active == null ? member.active() : active,
                member.createdAt());
    }

    /** Throws {@link EmailMalformed} and {@link PhoneUnfit}. */
    public Contact appliedTo(Contact contact) {
        return new Contact(
                email == null ? contact.email() : mailed(email), phone == null ? contact.phone() : called(phone));
    }

    static String named(String name) {
        if (!Line.fits(name.strip(), LONGEST_NAME)) throw new MemberNameUnfit(LONGEST_NAME);
        return name.strip();
    }

    private static @Nullable String mailed(String email) {
        var address = email.strip();
        if (address.isEmpty()) return null;
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) throw new EmailMalformed();
        return address;
    }

    private static @Nullable String called(String phone) {
        var number = phone.strip();
        if (number.isEmpty()) return null;
        if (!Line.fits(number, LONGEST_PHONE)) throw new PhoneUnfit(LONGEST_PHONE);
        return number;
    }
}
